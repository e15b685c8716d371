package dev.tamias;

import dev.tamias.host.ByteSourceHost;
import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import dev.tamias.session.ByteSourceStream;
import dev.tamias.source.BinaryByteSource;
import dev.tamias.source.ByteSource;
import dev.tamias.source.CaptureByteSource;
import dev.tamias.source.CompressedStream;
import dev.tamias.source.FileByteSource;
import dev.tamias.source.FollowedFile;
import dev.tamias.source.ProcessByteSource;
import dev.tamias.source.StreamByteSource;
import dev.tamias.source.TcpByteSource;
import dev.tamias.source.UdpByteSource;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.util.OptionalLong;

/** Opens the byte source that an input stands for. */
final class OpenInput {

    private final RunSetup setup;
    private final Bytes bytes;

    private OpenInput(RunSetup setup, Bytes bytes) {
        this.setup = setup;
        this.bytes = bytes;
    }

    /** Opens an input that is one byte source; to be called on a guest thread. */
    static ByteSource of(RunSetup setup, Bytes bytes) {
        return new OpenInput(setup, bytes).open();
    }

    private ByteSource open() {
        Origin origin = bytes.origin();
        if (origin instanceof Origin.Plugin plugin) {
            return plugin(plugin.name());
        }
        if (!bytes.settings().isEmpty()) {
            throw new HostException(
                    Trouble.CONFIGURATION,
                    String.format(
                            "The input %s is no byte-source plugin and has no configuration item \"%s\".",
                            origin.title(), bytes.settings().keySet().iterator().next()));
        }
        if (origin instanceof Origin.InFile file) {
            return FileByteSource.open(file.path(), bytes.isRaw());
        }
        if (origin instanceof Origin.InRange range) {
            return BinaryByteSource.of(range.path(), range.from(), range.to());
        }
        if (origin instanceof Origin.Capture capture) {
            return bytes.isRaw()
                    ? FileByteSource.open(capture.path(), true)
                    : CaptureByteSource.open(capture.path(), capture.filter());
        }
        if (origin instanceof Origin.InMemory memory) {
            return BinaryByteSource.of(memory.bytes());
        }
        if (origin instanceof Origin.Sample sample) {
            return sample(sample.name());
        }
        return live(origin);
    }

    private ByteSource live(Origin origin) {
        if (origin instanceof Origin.Streamed streamed) {
            return StreamByteSource.of("a stream", content(streamed.stream()));
        }
        if (origin instanceof Origin.Stdin) {
            return StreamByteSource.of("standard input", content(new Unclosed(System.in)));
        }
        if (origin instanceof Origin.Followed followed) {
            return FollowedFile.follow(followed.path(), followed.policy());
        }
        if (origin instanceof Origin.OfProcess process) {
            return ProcessByteSource.start(process.command());
        }
        if (origin instanceof Origin.Tcp tcp) {
            return TcpByteSource.connect(tcp.host(), tcp.port(), tcp.policy());
        }
        if (origin instanceof Origin.Udp udp) {
            return UdpByteSource.bind(udp.host(), udp.port(), udp.policy());
        }
        throw new IllegalStateException("an input that stands for others: " + origin.title());
    }

    private InputStream content(InputStream stream) {
        return bytes.isRaw() ? stream : CompressedStream.open(stream);
    }

    private ByteSource plugin(String name) {
        ByteSourceHost host =
                ByteSourceHost.open(setup.plugin(PluginType.BYTE_SOURCE, name, bytes.settings()));
        return new BinaryByteSource(
                "byte source " + name,
                new ByteSourceStream(host, setup.policy()),
                OptionalLong.empty());
    }

    private static ByteSource sample(String name) {
        InputStream stream = OpenInput.class.getResourceAsStream("samples/" + name);
        if (stream == null) {
            throw new HostException(Trouble.INPUT, "There is no sample log \"" + name + "\".");
        }
        return new BinaryByteSource("sample " + name, stream, OptionalLong.empty());
    }

    /** Standard input, which others go on using. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream input) {
            super(input);
        }

        @Override
        public void close() {
            // It is not ours.
        }
    }
}
