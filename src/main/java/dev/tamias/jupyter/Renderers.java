package dev.tamias.jupyter;

import dev.tamias.Log;
import dev.tamias.Parsed;
import dev.tamias.ParserStep;
import dev.tamias.Plugins;
import dev.tamias.SourceStep;
import dev.tamias.check.CheckReport;
import dev.tamias.component.Component;
import dev.tamias.jupyter.page.AttachmentView;
import dev.tamias.jupyter.page.CheckPage;
import dev.tamias.jupyter.page.ComponentPage;
import dev.tamias.jupyter.page.ErrorPage;
import dev.tamias.jupyter.page.HtmlTable;
import dev.tamias.jupyter.page.LogPage;
import dev.tamias.jupyter.page.ParsedPage;
import dev.tamias.jupyter.page.PluginsPage;
import dev.tamias.jupyter.page.SchemaTable;
import dev.tamias.jupyter.page.StepPage;
import dev.tamias.jupyter.page.SummaryTable;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.Attachment;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.TamiasException;
import dev.tamias.session.ParseSummary;
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
        renderers.html(ParserStep.class, StepPage::of, StepPage::text);
        renderers.html(SourceStep.class, StepPage::of, SourceStep::toString);
        renderers.html(Parsed.class, ParsedPage::of, ParsedPage::text);
        renderers.html(ParseSummary.class, SummaryTable::of, ParseSummary::toString);
        renderers.html(Log.class, LogPage::of, Log::toString);
        renderers.html(Attachment.class, AttachmentView::of, AttachmentView::text);
        renderers.html(CheckReport.class, CheckPage::of, CheckReport::toString);
        renderers.html(Component.class, ComponentPage::of, Component::world);
        renderers.html(TamiasException.class, ErrorPage::of, TamiasException::getMessage);
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
