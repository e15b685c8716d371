package dev.tamias.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;

/** A connection that loses nothing, and on which what was printed comes before what was shown later. */
final class CellConnection extends JupyterConnection {

    private final CellOutput output;

    CellConnection(KernelConnectionProperties properties, CellOutput output)
            throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        this.output = output;
        // At ZeroMQ's usual mark of 1000 a PUB socket throws messages away, "idle" among them. What a
        // cell prints has a limit of its own.
        iopub.setSndHWM(0);
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel shell, MessageContext context) {
        return new Environment(shell, context);
    }

    /** What one request is answered through. */
    private final class Environment extends ShellReplyEnvironment {

        Environment(ShellChannel shell, MessageContext context) {
            super(shell, CellConnection.this.stdin, CellConnection.this.iopub, context);
        }

        @Override
        public void publish(Message<?> message) {
            if (!(message.getContent() instanceof PublishStream)) {
                output.send();
            }
            super.publish(message);
        }

        @Override
        public String readFromStdIn(String prompt, boolean password) {
            output.send();
            return super.readFromStdIn(prompt, password);
        }
    }
}
