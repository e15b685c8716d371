package dev.tamias.kernel;

import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/** Display and standard input of cells, which JJava attaches to a cell from its own package only. */
final class CellIO extends JupyterIO {

    CellIO() {
        super(StandardCharsets.UTF_8);
    }

    void attach(ShellReplyEnvironment cell, boolean standardInput) {
        setEnv(cell);
        setJupyterInEnabled(standardInput);
    }
}
