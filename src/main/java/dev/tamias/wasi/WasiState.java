package dev.tamias.wasi;

import dev.tamias.component.ResourceTable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What one instance holds of its {@link WasiContext}: open files, streams, clocks. Closing it closes
 * every file and directory that the guest left open. One thread at a time uses it.
 */
public final class WasiState implements AutoCloseable {

    private final WasiContext context;
    private final ResourceTable table;
    private final OutputCap outputCap;
    private final InputStream stdin;
    private final WasiClock clock;
    private final RandomGenerator random;
    private final List<Granted> granted = new ArrayList<>();
    private boolean closed;

    final HostResource<StreamError> errors;
    final HostResource<Pollable> pollables;
    final HostResource<GuestInput> inputs;
    final HostResource<GuestOutput> outputs;
    final HostResource<Descriptor> descriptors;
    final HostResource<DirectoryListing> listings;

    /** An opened preopen. */
    record Granted(String guestName, SandboxedDirectory directory) {}

    /**
     * Opens what the context grants.
     *
     * @throws dev.tamias.model.HostException (SANDBOX) where that is not possible
     */
    WasiState(WasiContext context) {
        this.context = context;
        this.table = new ResourceTable(context.limits().handles());
        this.outputCap = new OutputCap(context.limits());
        this.stdin = context.stdin().get();
        this.clock = context.clock().get();
        this.random = context.random().get();
        this.errors = new HostResource<>("error", StreamError.class, table);
        this.pollables = new HostResource<>("pollable", Pollable.class, table);
        this.inputs = new HostResource<>("input-stream", GuestInput.class, table);
        this.outputs = new HostResource<>("output-stream", GuestOutput.class, table);
        this.descriptors = new HostResource<>("descriptor", Descriptor.class, table);
        this.listings = new HostResource<>("directory-entry-stream", DirectoryListing.class, table);
        openPreopens();
    }

    private void openPreopens() {
        OpenFiles openFiles = new OpenFiles(context.limits().openFiles());
        boolean opened = false;
        try {
            for (Preopen each : context.preopens()) {
                granted.add(
                        new Granted(each.guestName(), SandboxedDirectory.open(each, openFiles)));
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

    InputStream stdin() {
        return stdin;
    }

    WasiClock clock() {
        return clock;
    }

    RandomGenerator random() {
        return random;
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
        if (failure != null) {
            throw failure;
        }
    }
}
