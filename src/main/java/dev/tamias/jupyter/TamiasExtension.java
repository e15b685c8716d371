package dev.tamias.jupyter;

import dev.tamias.Plugins;
import dev.tamias.engine.Engine;
import dev.tamias.table.chart.Chart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.api.Table;

/**
 * Makes a JJava kernel one of Tamias, when it finds this class through its service file: imports, {@code
 * show}, and renderers. It uses the part of the kernel's interface that releases 1.0-a6 (on Maven
 * Central) and 1.0a8 (in the Python package, the kernel that runs) have in common.
 */
public final class TamiasExtension implements Extension {

    private static final String STARTUP = "startup.jsh";

    private static final String OF_NOTEBOOKS =
            "import dev.tamias.jupyter.*; import dev.tamias.jupyter.page.*;"
                    + " import static dev.tamias.jupyter.Notebook.*;";

    @Override
    public void install(BaseKernel kernel) {
        new Thread(TamiasExtension::initializeTable, "tamias-table").start();
        Renderers.register(kernel);
        render(kernel, Chart.class, MIMEType.IMAGE_SVG, Chart::svg, Chart::toString);
        Magics.register(kernel);
        kernel.evalRaw(startup());
        kernel.evalRaw(OF_NOTEBOOKS);
        Notebook.attach(kernel);
    }

    /**
     * Tablesaw's table looks through the whole class path when it is first used, and waits for that. On a
     * cell's thread an interrupt would end the wait, and with it the class for the rest of the kernel's
     * life; and the first cell need not wait so long.
     */
    private static void initializeTable() {
        if (Table.defaultReaderRegistry == null) {
            throw new IllegalStateException("Tablesaw has no readers");
        }
    }

    /** The kernel ends: so does the engine, with the guests that still run. */
    @Override
    public void uninstall(BaseKernel kernel) {
        Notebook.attach(null);
        Engine.shared().close();
    }

    private static <T> void render(
            BaseKernel kernel,
            Class<T> type,
            MIMEType rich,
            Function<T, String> picture,
            Function<T, String> text) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring(rich)
                .supporting(MIMEType.TEXT_PLAIN)
                .register(
                        (value, context) -> {
                            context.renderIfRequested(rich, () -> picture.apply(value));
                            context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> text.apply(value));
                        });
    }

    /** The imports that every shell of Tamias starts with. */
    private static String startup() {
        try (InputStream stream = Plugins.class.getResourceAsStream(STARTUP)) {
            if (stream == null) {
                throw new IOException(STARTUP + " is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
