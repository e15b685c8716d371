package dev.tamias.jupyter;

import dev.tamias.Plugins;
import dev.tamias.jupyter.page.HtmlTable;
import dev.tamias.jupyter.page.PluginsPage;
import dev.tamias.jupyter.page.SchemaTable;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.ConfigSchema;
import dev.tamias.table.TextTable;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.table.Relation;

/** How a kernel shows what a cell ends with: as HTML, with text beside it. */
final class Renderers {

    private final BaseKernel kernel;

    private Renderers(BaseKernel kernel) {
        this.kernel = kernel;
    }

    static void register(BaseKernel kernel) {
        Renderers renderers = new Renderers(kernel);
        renderers.html(Relation.class, HtmlTable::of, table -> TextTable.of(table, TextTable.ROWS));
        renderers.html(Plugins.class, PluginsPage::of, PluginsPage::text);
        renderers.html(PluginEntry.class, PluginsPage::of, PluginsPage::text);
        renderers.html(ConfigSchema.class, SchemaTable::of, SchemaTable::text);
    }

    private <T> void html(Class<T> type, Function<T, String> html, Function<T, String> text) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.TEXT_PLAIN)
                .register(
                        (value, context) -> {
                            context.renderIfRequested(MIMEType.TEXT_HTML, () -> html.apply(value));
                            context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> text.apply(value));
                        });
    }
}
