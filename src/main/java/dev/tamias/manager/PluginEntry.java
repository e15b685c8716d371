package dev.tamias.manager;

import dev.tamias.component.Component;
import dev.tamias.host.InstanceListener;
import dev.tamias.host.RunLog;
import dev.tamias.model.GuestText;
import dev.tamias.model.HostException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that a scan found. Nothing of it is read before it is asked for, and nothing that a cache
 * knows is found out again. Safe to use from any thread.
 */
public final class PluginEntry {

    /** What is known of the binary; a value, so that it is read without waiting. */
    private record Known(
            @Nullable FileStamp stamp,
            @Nullable Verdict verdict,
            @Nullable Component component,
            @Nullable TamiasException failure) {}

    /** There may be many plugins, and each of them may talk much. */
    private static final int LOG_ENTRIES = 1_000;

    private static final long LOG_CHARACTERS = 1L << 20;

    /** Ends of an instance that its plugin is to blame for. */
    private static final Set<Trouble> OWN_FAULTS =
            Set.of(Trouble.TRAP, Trouble.LIMIT, Trouble.CONTRACT);

    private final String name;
    private final PluginType type;
    private final PluginFiles files;
    private final PluginValidator validator;
    private final VerdictCache cache;
    private final List<Optional<FileStamp>> beside;
    private final @Nullable String judgedBefore;
    private final RunLog log = new RunLog(LOG_ENTRIES, LOG_CHARACTERS);
    private final Object loading = new Object();

    private volatile Known known;
    private volatile @Nullable PluginMetadata metadata;
    private volatile @Nullable TamiasException runFailure;
    private int running;
    private int runs;

    PluginEntry(
            String name,
            PluginType type,
            PluginFiles files,
            PluginValidator validator,
            VerdictCache cache) {
        this.name = name;
        this.type = type;
        this.files = files;
        this.validator = validator;
        this.cache = cache;
        this.beside = beside();
        this.judgedBefore = cache.sha256(files);
        FileStamp stamp = files.stamp(wasmName());
        Verdict cached = cache.find(files, stamp);
        this.known = new Known(stamp, cached, null, null);
        if (cached != null) {
            log(LogLevel.INFO, "Unchanged since it was judged, by size and time.");
        }
    }

    /** How the texts beside the binary look. */
    private List<Optional<FileStamp>> beside() {
        return List.of(
                Optional.ofNullable(files.stamp(name + ".toml")),
                Optional.ofNullable(files.stamp(PluginFiles.README)));
    }

    private String wasmName() {
        return name + ".wasm";
    }

    public String name() {
        return name;
    }

    public PluginType type() {
        return type;
    }

    /** Where it was found: a path, or that it is bundled. */
    public String origin() {
        return files.origin();
    }

    /** Whether it is in the class path, where it can neither change nor be removed. */
    public boolean isBundled() {
        return files instanceof PluginFiles.Bundled;
    }

    PluginFiles files() {
        return files;
    }

    /** Its title, description and hints. */
    public PluginMetadata metadata() {
        PluginMetadata read = metadata;
        if (read == null) {
            try {
                read = files.text(name + ".toml").map(this::metadata).orElseGet(this::noMetadata);
            } catch (HostException e) {
                read = PluginMetadata.bad(name, e.sentence());
            }
            if (!read.warning().isEmpty()) {
                log(LogLevel.WARN, read.warning());
            }
            metadata = read;
        }
        return read;
    }

    private PluginMetadata noMetadata() {
        return PluginMetadata.of(name, Optional.empty());
    }

    private PluginMetadata metadata(String toml) {
        String sha256 = PluginBinary.sha256(toml.getBytes(StandardCharsets.UTF_8));
        PluginMetadata cached = cache.metadata(files, sha256);
        if (cached == null) {
            cached = PluginMetadata.of(name, Optional.of(toml));
            cache.put(files, sha256, cached);
        }
        return cached;
    }

    /** Its README, where it has one. */
    public Optional<String> readme() {
        return files.text(PluginFiles.README);
    }

    /**
     * What was found out about the plugin and when; and, of each of its runs since the scan, what it logged
     * and printed, how it trapped, and what the sessions did about it.
     */
    public RunLog log() {
        return log;
    }

    private void log(LogLevel level, String text) {
        log.add(
                new RunLog.Entry(
                        Instant.now(),
                        level,
                        RunLog.Kind.SESSION,
                        name,
                        "",
                        OptionalLong.empty(),
                        GuestText.oneLine(text)));
    }

    /** The SHA-256 of the binary that was judged, in hexadecimal. */
    public Optional<String> sha256() {
        return Optional.ofNullable(known.verdict()).map(Verdict::sha256);
    }

    /** The SHA-256 of the binary that was judged before this scan, perhaps by another process. */
    public Optional<String> judgedBefore() {
        return Optional.ofNullable(judgedBefore);
    }

    /** The size of the binary in bytes, where that is known without reading it. */
    public Optional<Long> size() {
        return Optional.ofNullable(known.stamp()).map(FileStamp::size);
    }

    /** What is known so far; finds nothing out but whether the file has changed. */
    public PluginState state() {
        Known now = known;
        if (!metadata().enabled()) {
            return PluginState.DISABLED;
        }
        if (running() > 0) {
            return PluginState.RUNNING;
        }
        if (isStale(now)) {
            return PluginState.STALE;
        }
        if (now.failure() != null) {
            return PluginState.INVALID;
        }
        if (now.verdict() == null) {
            return PluginState.DISCOVERED;
        }
        if (!now.verdict().isValid()) {
            return PluginState.INVALID;
        }
        return runFailure == null ? PluginState.VALID : PluginState.FAILED;
    }

    private boolean isStale(Known now) {
        boolean judged = now.verdict() != null || now.failure() != null;
        return judged && !Objects.equals(now.stamp(), files.stamp(wasmName()));
    }

    /** Why it cannot be used, or why its latest run failed, where that is so. */
    public Optional<TamiasException> failure() {
        Known now = known;
        if (now.failure() != null) {
            return Optional.of(now.failure());
        }
        if (now.verdict() != null && !now.verdict().isValid()) {
            return Optional.of(new InvalidPlugin(now.verdict().errors()));
        }
        return Optional.ofNullable(runFailure);
    }

    /** Errors and warnings, as far as they are known. */
    public List<Problem> problems() {
        Known now = known;
        if (now.failure() instanceof InvalidPlugin invalid) {
            return invalid.problems();
        }
        return now.verdict() == null ? List.of() : now.verdict().problems();
    }

    /**
     * What the plugin says of itself: as the cache has it, or asked of an instance to which nothing is
     * granted.
     *
     * @throws TamiasException where it cannot be used; an {@link InvalidPlugin} names all reasons
     */
    public PluginInfo info() {
        PluginInfo info = judged().requireInfo();
        cache.save();
        return info;
    }

    /** What the plugin says of itself, where that is known already and it is valid. */
    public Optional<PluginInfo> known() {
        return Optional.ofNullable(known.verdict()).filter(Verdict::isValid).map(Verdict::info);
    }

    /**
     * The plugin's component: its binary is read now, unless it was, and known to be the one that was
     * judged, so that {@link #info} is what these very bytes say.
     *
     * @throws TamiasException where it cannot be used, or is not to run
     */
    public Component component() {
        if (!metadata().enabled()) {
            throw new HostException(
                    Trouble.PLUGIN_FILES,
                    "\"" + name + "\" is disabled: its " + name + ".toml says enabled = false.");
        }
        Known now = loaded();
        Verdict verdict = Objects.requireNonNull(now.verdict());
        verdict.requireInfo();
        cache.save();
        return Objects.requireNonNull(now.component());
    }

    /**
     * What its component imports, by name, in its order, whether it can be used or not. The binary is
     * read and decoded for it, and not kept.
     *
     * @throws TamiasException where it cannot be read, or is no component
     */
    public List<String> imports() {
        return validator.imports(name, files.binary());
    }

    /**
     * The component that the binary is, whether it can be used as a plugin or not: read and decoded for
     * whoever looks at it, and not kept.
     *
     * @throws TamiasException where it cannot be read, or is no component
     */
    public Component unjudged() {
        return validator.component(name, files.binary());
    }

    /** The plugin's component, where it can be used. */
    Optional<Component> usable() {
        try {
            return Optional.of(component());
        } catch (TamiasException e) {
            return Optional.empty();
        }
    }

    /**
     * What is to be told of the plugin's instances in one run. While there is one, the plugin is neither
     * removed nor replaced.
     */
    public synchronized InstanceListener listener() {
        return new Instances(++runs);
    }

    /** Counts instances, remembers how the latest of them failed, and notes what is logged. */
    private final class Instances implements InstanceListener {

        private final int run;

        Instances(int run) {
            this.run = run;
        }

        @Override
        public void logged(RunLog.Entry entry) {
            String session = entry.session().isEmpty() ? "" : ", " + entry.session();
            log.keep(
                    new RunLog.Entry(
                            entry.time(),
                            entry.level(),
                            entry.kind(),
                            entry.plugin(),
                            "run " + run + session,
                            entry.offset(),
                            entry.text()));
        }

        @Override
        public void opened() {
            synchronized (PluginEntry.this) {
                running++;
                runFailure = null;
            }
        }

        @Override
        public void closed(@Nullable RuntimeException failure) {
            if (failure instanceof TamiasException own && OWN_FAULTS.contains(own.trouble())) {
                runFailure = own;
                log(LogLevel.ERROR, own.sentence());
            }
            synchronized (PluginEntry.this) {
                running--;
                PluginEntry.this.notifyAll();
            }
        }
    }

    /** Finds out whether it can be used; afterwards {@link #state} and {@link #failure} say. */
    void check() {
        try {
            judged();
        } catch (TamiasException e) {
            // It is kept with the entry.
        }
    }

    /** Has the cache written, where something was found out. */
    void save() {
        cache.save();
    }

    private Verdict judged() {
        synchronized (loading) {
            Known now = known;
            if (now.verdict() == null || isStale(now)) {
                now = read(false);
            }
            return Objects.requireNonNull(now.verdict());
        }
    }

    private Known loaded() {
        synchronized (loading) {
            Known now = known;
            boolean invalid = now.verdict() != null && !now.verdict().isValid();
            return isStale(now) || now.component() == null && !invalid ? read(true) : now;
        }
    }

    /**
     * Reads the binary, and judges it unless these bytes were judged before.
     *
     * @param wanted whether the component is wanted, not the verdict alone
     */
    private Known read(boolean wanted) {
        FileStamp stamp = files.stamp(wasmName());
        try {
            PluginBinary binary = files.binary();
            Verdict before = verdict(binary);
            log(LogLevel.INFO, "Read " + files.origin() + ", SHA-256 " + binary.sha256() + ".");
            PluginValidator.Judgement judgement =
                    before == null
                            ? validator.judge(name, type, binary)
                            : new PluginValidator.Judgement(
                                    before,
                                    wanted ? validator.component(name, binary, before) : null);
            log(judgement.verdict(), before != null);
            cache.put(files, stamp, judgement.verdict());
            known = new Known(stamp, judgement.verdict(), judgement.component(), null);
            return known;
        } catch (TamiasException e) {
            known = new Known(stamp, null, null, e);
            log(LogLevel.ERROR, e.sentence());
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever a plugin does to us, the others are looked at all the same.
            HostException failure =
                    new HostException(
                            Trouble.SANDBOX, "\"" + name + "\" could not be judged: " + e + ".", e);
            known = new Known(stamp, null, null, failure);
            log(LogLevel.ERROR, failure.sentence());
            throw failure;
        }
    }

    private void log(Verdict verdict, boolean cached) {
        if (verdict.isValid()) {
            log(
                    LogLevel.INFO,
                    cached ? "Valid, as these bytes were before." : "Judged and found valid.");
        }
        for (Problem each : verdict.problems()) {
            log(each.isError() ? LogLevel.ERROR : LogLevel.WARN, each.sentence());
        }
    }

    /** The verdict on these very bytes, where there is one. */
    private @Nullable Verdict verdict(PluginBinary binary) {
        Verdict earlier = known.verdict();
        return earlier != null && earlier.sha256().equals(binary.sha256())
                ? earlier
                : cache.find(files, binary.sha256());
    }

    /** Whether the binary on disk is still the one that was judged, byte for byte, and its texts too. */
    boolean isUnchanged() {
        if (!beside.equals(beside())) {
            return false;
        }
        Known now = known;
        if (now.verdict() == null) {
            return now.failure() == null && Objects.equals(now.stamp(), files.stamp(wasmName()));
        }
        try {
            return files.binary().sha256().equals(now.verdict().sha256());
        } catch (TamiasException e) {
            return false;
        }
    }

    /** How many instances of the plugin are at work. */
    public synchronized int running() {
        return running;
    }

    /**
     * Waits until no instance of the plugin is at work.
     *
     * @return whether that was so in time
     */
    public synchronized boolean drain(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (running > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public String toString() {
        return type.title() + " \"" + name + "\" (" + origin() + ")";
    }
}
