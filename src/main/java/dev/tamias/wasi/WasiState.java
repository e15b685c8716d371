package dev.tamias.wasi;

import dev.tamias.component.ResourceTable;
import dev.tamias.engine.Engine;
import dev.tamias.engine.GuestExecutor;
import dev.tamias.wasi.sockets.IncomingDatagrams;
import dev.tamias.wasi.sockets.NameLookup;
import dev.tamias.wasi.sockets.Network;
import dev.tamias.wasi.sockets.OutgoingDatagrams;
import dev.tamias.wasi.sockets.TcpSocket;
import dev.tamias.wasi.sockets.UdpSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What one instance holds of its {@link WasiContext}: open files, sockets, streams, clocks. Closing it closes
 * every file, directory and socket that the guest left open. One thread at a time uses it.
 */
public final class WasiState implements AutoCloseable {

    private final WasiContext context;
    private final ResourceTable table;
    private final OutputCap outputCap;
    private final GuestInput.Origin stdin;
    private final WasiClock clock;
    private final RandomGenerator random;
    private final List<Granted> granted = new ArrayList<>();
    private final Network network;
    private boolean closed;

    final HostResource<StreamError> errors;
    final HostResource<Pollable> pollables;
    final HostResource<GuestInput> inputs;
    final HostResource<GuestOutput> outputs;
    final HostResource<Descriptor> descriptors;
    final HostResource<DirectoryListing> listings;
    final HostResource<Network> networks;
    final HostResource<TcpSocket> tcpSockets;
    final HostResource<UdpSocket> udpSockets;
    final HostResource<IncomingDatagrams> incoming;
    final HostResource<OutgoingDatagrams> outgoing;
    final HostResource<NameLookup> lookups;

    /** An opened preopen. */
    record Granted(String guestName, SandboxedDirectory directory) {}

    /**
     * Opens what the context grants.
     *
     * @param executor runs what blocks and cannot be interrupted
     * @throws dev.tamias.model.HostException (SANDBOX) where that is not possible
     */
    WasiState(WasiContext context, GuestExecutor executor) {
        this.context = context;
        this.table = new ResourceTable(context.limits().handles());
        this.outputCap = new OutputCap(context.limits());
        this.stdin = context.stdin().apply(executor);
        this.clock = context.clock().get();
        this.random = context.random().get();
        this.errors = new HostResource<>("error", StreamError.class, table);
        this.pollables = new HostResource<>("pollable", Pollable.class, table);
        this.inputs = new HostResource<>("input-stream", GuestInput.class, table);
        this.outputs = new HostResource<>("output-stream", GuestOutput.class, table);
        this.descriptors = new HostResource<>("descriptor", Descriptor.class, table);
        this.listings = new HostResource<>("directory-entry-stream", DirectoryListing.class, table);
        this.networks = new HostResource<>("network", Network.class, table);
        this.tcpSockets = new HostResource<>("tcp-socket", TcpSocket.class, table);
        this.udpSockets = new HostResource<>("udp-socket", UdpSocket.class, table);
        this.incoming =
                new HostResource<>("incoming-datagram-stream", IncomingDatagrams.class, table);
        this.outgoing =
                new HostResource<>("outgoing-datagram-stream", OutgoingDatagrams.class, table);
        this.lookups = new HostResource<>("resolve-address-stream", NameLookup.class, table);
        OpenFiles openFiles = new OpenFiles(context.limits().openFiles());
        this.network = new Network(context.network(), openFiles);
        openPreopens(openFiles);
    }

    /** On the executor of the process's own engine. */
    WasiState(WasiContext context) {
        this(context, Engine.shared().executor());
    }

    private void openPreopens(OpenFiles openFiles) {
        boolean opened = false;
        try {
            for (List<Preopen> each : FileGrants.together(context.preopens())) {
                granted.add(
                        new Granted(
                                each.get(0).guestName(),
                                SandboxedDirectory.open(each, openFiles, context.onLimit())));
            }
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    WasiContext context() {
        return context;
    }

    OutputCap outputCap() {
        return outputCap;
    }

    /** A stream of standard input; all of an instance's take from each other. */
    GuestInput stdin() {
        return new GuestInput(stdin);
    }

    WasiClock clock() {
        return clock;
    }

    RandomGenerator random() {
        return random;
    }

    Network network() {
        return network;
    }

    List<Granted> granted() {
        return granted;
    }

    /** How many files, streams and other resources the guest holds. */
    int resources() {
        return table.size();
    }

    /** Closes what is closed with its resource. */
    static void close(Object object) {
        if (object instanceof Descriptor descriptor) {
            descriptor.close();
        } else if (object instanceof GuestInput input) {
            input.close();
        } else if (object instanceof GuestOutput output) {
            output.close();
        } else if (object instanceof DirectoryListing listing) {
            listing.close();
        } else if (object instanceof TcpSocket socket) {
            socket.close();
        } else if (object instanceof UdpSocket socket) {
            socket.close();
        } else if (object instanceof IncomingDatagrams stream) {
            stream.close();
        } else if (object instanceof OutgoingDatagrams stream) {
            stream.close();
        }
    }

    /** Closes everything, the first failure being thrown at the end; a second time without effect. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<Object> all = new ArrayList<>(table.objects());
        granted.forEach(each -> all.add(each.directory()));
        RuntimeException failure = null;
        for (Object each : all) {
            try {
                close(each);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        network.close();
        if (failure != null) {
            throw failure;
        }
    }
}
