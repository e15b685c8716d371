package dev.tamias;

import dev.tamias.source.CaptureFilter;
import dev.tamias.source.FollowPolicy;
import dev.tamias.source.TcpPolicy;
import dev.tamias.source.UdpPolicy;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** What bytes come from. */
sealed interface Origin {

    /** What it is, for a reader. */
    String title();

    /** A byte-source plugin of that name, or else a file. */
    record Named(String name) implements Origin {
        @Override
        public String title() {
            return "\"" + name + "\", a byte source or a file";
        }
    }

    /** A byte-source plugin. */
    record Plugin(String name) implements Origin {
        @Override
        public String title() {
            return "byte source " + name;
        }
    }

    /** A file. */
    record InFile(Path path) implements Origin {
        @Override
        public String title() {
            return "file " + path;
        }
    }

    /**
     * A part of a file.
     *
     * @param from its first byte
     * @param to the first byte behind it
     * @param last whether the file ends with it
     */
    record InRange(Path path, long from, long to, boolean last) implements Origin {
        @Override
        public String title() {
            return "file " + path + " from byte " + from;
        }
    }

    /** Several files, in this order. */
    record InFiles(List<Path> paths) implements Origin {

        private static final int SHOWN = 4;

        public InFiles {
            paths = List.copyOf(paths);
        }

        @Override
        public String title() {
            List<String> shown = paths.stream().limit(SHOWN).map(Path::toString).toList();
            return paths.size()
                    + " files: "
                    + String.join(", ", shown)
                    + (paths.size() > SHOWN ? ", ..." : "");
        }
    }

    /** The files that match a pattern, by name. */
    record Matching(String pattern) implements Origin {
        @Override
        public String title() {
            return "files " + pattern;
        }
    }

    /** The payloads of a network capture. */
    record Capture(Path path, CaptureFilter filter) implements Origin {
        @Override
        public String title() {
            return "payloads of capture "
                    + path
                    + (filter.transport() == null ? "" : ", " + filter.transport())
                    + (filter.port().isEmpty() ? "" : ", port " + filter.port().getAsInt());
        }
    }

    /** A file that grows. */
    record Followed(Path path, FollowPolicy policy) implements Origin {
        @Override
        public String title() {
            return "file " + path + " as it grows";
        }
    }

    /** What a process writes. */
    record OfProcess(List<String> command) implements Origin {
        public OfProcess {
            command = List.copyOf(command);
        }

        @Override
        public String title() {
            return "output of process " + String.join(" ", command);
        }
    }

    /** What a server sends. */
    record Tcp(String host, int port, TcpPolicy policy) implements Origin {
        @Override
        public String title() {
            return "TCP " + host + ":" + port;
        }
    }

    /** What is sent to a port of this machine. */
    record Udp(String host, int port, UdpPolicy policy) implements Origin {
        @Override
        public String title() {
            return "UDP " + host + ":" + port;
        }
    }

    /** An array. */
    record InMemory(byte[] bytes) implements Origin {
        @Override
        public String title() {
            return bytes.length + " bytes in memory";
        }
    }

    /** A stream, which can be read once. */
    record Streamed(InputStream stream) implements Origin {
        @Override
        public String title() {
            return "a stream";
        }
    }

    /** The standard input of this process. */
    record Stdin() implements Origin {
        @Override
        public String title() {
            return "standard input";
        }
    }

    /** A log that comes with Tamias. */
    record Sample(String name) implements Origin {
        @Override
        public String title() {
            return "sample " + name;
        }
    }
}
