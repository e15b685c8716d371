package dev.tamias.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.kernel.magics.ClasspathMagic;
import org.dflib.jjava.kernel.magics.JarsMagic;
import org.dflib.jjava.kernel.magics.LoadMagic;
import org.dflib.jjava.kernel.magics.TimeMagic;
import org.dflib.jjava.maven.MavenDependencyResolver;
import org.dflib.jjava.maven.magics.AddMavenDependencyMagic;
import org.dflib.jjava.maven.magics.LoadFromPomCellMagic;
import org.dflib.jjava.maven.magics.LoadFromPomLineMagic;
import org.dflib.jjava.maven.magics.MavenMagic;
import org.dflib.jjava.maven.magics.MavenRepoMagic;

/** Starts the kernel on a connection file. JJava's own main class lets nobody choose the kernel. */
public final class Main {

    private static final String LOG_FORMAT = "[%4$.1s %1$tF %1$tT.%1$tL %3$s] %5$s%n";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        try {
            run(arguments[0]);
        } catch (Throwable e) {
            e.printStackTrace();
            tell(arguments[0], e);
        }
        // A cell that no interrupt reaches would keep the process, and its core busy, for ever.
        System.exit(0);
    }

    /** Leaves the connection to what start.py takes where there is no Java at all. */
    private static void tell(String connectionFile, Throwable failure) throws Exception {
        Process responder =
                new ProcessBuilder(
                                System.getenv("TAMIAS_PYTHON"),
                                System.getenv("TAMIAS_UNAVAILABLE"),
                                connectionFile,
                                "the kernel failed on its way up: " + failure)
                        .inheritIO()
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(responder::destroy));
        responder.waitFor();
    }

    private static void run(String connectionFile) throws Exception {
        System.setProperty("java.util.logging.SimpleFormatter.format", LOG_FORMAT);
        KernelSettings settings = KernelSettings.ofEnvironment();
        String file = Files.readString(Path.of(connectionFile));
        CellOutput output = new CellOutput(System.out, System.err);
        CellConnection connection =
                new CellConnection(KernelConnectionProperties.parse(file), output);
        TamiasKernel kernel = kernel(settings, output);
        start(kernel, settings);
        kernel.becomeHandlerForConnection(connection);
        endWithParent();
        connection.connect();
        connection.waitUntilClose();
        output.close();
    }

    @SuppressWarnings("removal") // Notebooks use them still.
    private static TamiasKernel kernel(KernelSettings settings, CellOutput output) {
        MavenDependencyResolver maven = new MavenDependencyResolver();
        TimeMagic time = new TimeMagic();
        return new TamiasKernel.Builder(output)
                .name("tamias")
                .version(settings.version())
                .extensionsEnabled(settings.extensions())
                .compilerOpts(settings.compilerOptions())
                .timeout(settings.timeoutMillis(), TimeUnit.MILLISECONDS)
                .lineMagic("load", new LoadMagic())
                .lineMagic("classpath", new ClasspathMagic())
                .lineMagic("time", time)
                .lineMagic("maven", new MavenMagic(maven))
                .lineMagic("mavenRepo", new MavenRepoMagic(maven))
                .lineMagic("loadFromPOM", new LoadFromPomLineMagic(maven))
                .lineMagic("jars", new JarsMagic())
                .lineMagic("addMavenDependency", new AddMavenDependencyMagic(maven))
                .cellMagic("loadFromPOM", new LoadFromPomCellMagic(maven))
                .cellMagic("time", time)
                .build();
    }

    /** What fails here is told in the first cell; a kernel that dies of it would tell nobody. */
    private static void start(TamiasKernel kernel, KernelSettings settings) {
        settings.notices().forEach(kernel::notice);
        attempt(kernel, "The kernel's start", kernel::onStartup);
        attempt(kernel, "The class path", () -> kernel.addToClasspath(settings.classPath()));
        for (String snippet : settings.startupSnippets(kernel::notice)) {
            attempt(
                    kernel,
                    "A startup script",
                    () -> kernel.evalBuilder(snippet).resolveMagics().eval());
        }
    }

    private static void attempt(TamiasKernel kernel, String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            kernel.notice(what + " failed: " + e);
        }
    }

    /** A server that was killed leaves no orphan behind. */
    private static void endWithParent() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.matches("\\d{1,18}") && !parent.equals("1")) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresent(server -> server.onExit().thenRun(() -> System.exit(0)));
        }
    }
}
