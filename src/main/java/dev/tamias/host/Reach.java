package dev.tamias.host;

import dev.tamias.component.Instance;
import dev.tamias.component.abi.ReturnWatch;
import dev.tamias.wasi.Preopen;
import dev.tamias.wasi.WasiContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What instances of a plugin reach for that is not theirs: the environment, and files that neither their
 * configuration names nor their temporary directory holds. They are given an empty directory as their
 * {@code /}, since a guest's C library refuses a path by itself where no directory is granted for it.
 * Any thread may add.
 */
public final class Reach implements AutoCloseable {

    private static final int MOST = 20;

    private static final long ROOM_BYTES = 1 << 20;
    private static final int ROOM_ENTRIES = 100;

    private final @Nullable TempDirectory root;
    private final Set<String> paths = new LinkedHashSet<>();
    private boolean environment;
    private volatile @Nullable ReturnWatch returnWatch;

    public Reach() {
        this(TempDirectory.create());
    }

    private Reach(@Nullable TempDirectory root) {
        this.root = root;
    }

    /** Only shows {@code watch} what instances return to the host; they are given nothing. */
    public static Reach ofReturns(ReturnWatch watch) {
        Reach reach = new Reach(null);
        reach.onReturn(watch);
        return reach;
    }

    /** What an instance is to be given beside what it is granted. */
    void watch(WasiContext.Builder builder) {
        if (root == null) {
            return;
        }
        builder.onEnvironment(this::askedForEnvironment);
        builder.preopen(
                Preopen.directory(root.path(), "/", Preopen.Access.READ_WRITE)
                        .withQuotaBytes(ROOM_BYTES)
                        .withQuotaEntries(ROOM_ENTRIES)
                        .watchedBy(this::named));
    }

    /** What instances return to the host is shown to {@code watch} before it is freed. */
    public void onReturn(ReturnWatch watch) {
        returnWatch = watch;
    }

    void watch(Instance instance) {
        if (returnWatch != null) {
            instance.watchReturns(returnWatch);
        }
    }

    private synchronized void askedForEnvironment() {
        environment = true;
    }

    private synchronized void named(String path) {
        if (paths.size() < MOST) {
            paths.add("/" + path);
        }
    }

    /** Whether the environment was asked for. */
    public synchronized boolean environment() {
        return environment;
    }

    /** The first paths that were named, each once. */
    public synchronized List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        if (root != null) {
            root.close();
        }
    }
}
