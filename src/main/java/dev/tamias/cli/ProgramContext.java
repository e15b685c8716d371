package dev.tamias.cli;

import dev.tamias.model.HostException;
import dev.tamias.model.Limits;
import dev.tamias.model.Trouble;
import dev.tamias.wasi.Preopen;
import dev.tamias.wasi.WasiContext;
import dev.tamias.wasi.sockets.NetworkGrant;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a program is granted, from the words of the command line. Its output goes straight to ours. */
final class ProgramContext {

    private static final String APART = "::";
    private static final String READ_ONLY = ":ro";

    /** Standard input of the process, where a file is expected. */
    private static final Path OURS = Path.of("-");

    private final WasiContext.Builder builder;
    private final List<String> network = new ArrayList<>();

    ProgramContext(Limits limits) {
        this.builder =
                WasiContext.builder()
                        .limits(limits)
                        .systemClocks()
                        .stdout(passing(FileDescriptor.out))
                        .stderr(passing(FileDescriptor.err));
    }

    /** Past the streams of {@code System}, which swallow failures; what is written is out at once. */
    private static Consumer<byte[]> passing(FileDescriptor descriptor) {
        OutputStream stream = new FileOutputStream(descriptor);
        return bytes -> {
            try {
                stream.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        };
    }

    /** A path of ours, what the guest is to call it, and whether it may change what is there. */
    private record Grant(Path host, String guest, Preopen.Access access) {

        static Grant parse(String option, String text) {
            int apart = text.indexOf(APART);
            boolean readOnly = text.endsWith(READ_ONLY);
            int end = text.length() - (readOnly ? READ_ONLY.length() : 0);
            if (apart < 1 || end <= apart + APART.length()) {
                throw new WrongUsage(
                        option + " takes HOST::GUEST[:ro], and was given \"" + text + "\".");
            }
            return new Grant(
                    Path.of(text.substring(0, apart)),
                    text.substring(apart + APART.length(), end),
                    readOnly ? Preopen.Access.READ_ONLY : Preopen.Access.READ_WRITE);
        }
    }

    /** Grants a directory. */
    void directory(String text) {
        Grant grant = Grant.parse("--dir", text);
        builder.preopen(Preopen.directory(grant.host, grant.guest, grant.access));
    }

    /** Grants a single file. */
    void file(String text) {
        Grant grant = Grant.parse("--file", text);
        try {
            builder.preopen(Preopen.fileAs(grant.host, grant.guest, grant.access));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--file: " + e.getMessage() + ".");
        }
    }

    /** Says where the program begins. */
    void workingDirectory(String guestPath) {
        builder.workingDirectory(guestPath);
    }

    /** Clocks that start there and move by sleeping alone. */
    void fixedClock(String instant) {
        try {
            builder.fixedClocks(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            throw new WrongUsage(
                    "--fixed-clock takes an instant like 2024-02-29T12:00:00Z, and was given \""
                            + instant
                            + "\".");
        }
    }

    /** Random bytes that can be foreseen. */
    void seed(long number) {
        builder.seededRandom(number);
    }

    /** Sets an environment variable. */
    void environment(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new WrongUsage("--env takes K=V, and was given \"" + text + "\".");
        }
        builder.environment(text.substring(0, equals), text.substring(equals + 1));
    }

    /** Allows a part of the network. */
    void network(String text) {
        try {
            network.add(text);
            builder.network(NetworkGrant.of(network.toArray(String[]::new)));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(
                    "--network takes tcp:HOST:PORT, tcp-listen:HOST:PORT, udp:HOST:PORT,"
                            + " udp-listen:HOST:PORT or name:NAME: "
                            + e.getMessage()
                            + ".");
        }
    }

    /** The command line: first the program's name, as programs expect it, then the arguments. */
    void arguments(Path program, List<String> arguments) {
        builder.argument(String.valueOf(program.getFileName()));
        arguments.forEach(builder::argument);
    }

    /**
     * The context.
     *
     * @param stdin a file, or {@code -} for this process's own standard input; null for an empty one
     * @throws HostException where the file cannot be read
     */
    WasiContext build(@Nullable Path stdin) {
        if (OURS.equals(stdin)) {
            builder.stdin(System.in);
        } else if (stdin != null) {
            try {
                builder.stdin(Files.newInputStream(stdin));
            } catch (IOException e) {
                throw new HostException(
                        Trouble.INPUT,
                        "The input \"" + stdin + "\" cannot be read: " + e.getMessage() + ".",
                        e);
            }
        }
        return builder.build();
    }
}
