package dev.tamias.manager;

import org.jspecify.annotations.Nullable;

/** Verdicts from earlier times. */
interface VerdictCache {

    /** Knows nothing and keeps nothing. */
    VerdictCache NONE =
            new VerdictCache() {
                @Override
                public @Nullable Verdict find(PluginFiles files, @Nullable FileStamp stamp) {
                    return null;
                }

                @Override
                public @Nullable Verdict find(PluginFiles files, String sha256) {
                    return null;
                }

                @Override
                public @Nullable String sha256(PluginFiles files) {
                    return null;
                }

                @Override
                public void put(PluginFiles files, @Nullable FileStamp stamp, Verdict verdict) {
                    // There is no place for it.
                }

                @Override
                public @Nullable PluginMetadata metadata(PluginFiles files, String tomlSha256) {
                    return null;
                }

                @Override
                public void put(PluginFiles files, String tomlSha256, PluginMetadata metadata) {
                    // There is no place for it.
                }

                @Override
                public void save() {
                    // There is nothing to save.
                }
            };

    /** The verdict on a binary that looked the same from outside. */
    @Nullable Verdict find(PluginFiles files, @Nullable FileStamp stamp);

    /** The verdict on the same bytes. */
    @Nullable Verdict find(PluginFiles files, String sha256);

    /** The SHA-256 of the binary that was judged last, whatever the file looks like now. */
    @Nullable String sha256(PluginFiles files);

    /** Keeps a verdict, to be written by {@link #save}. */
    void put(PluginFiles files, @Nullable FileStamp stamp, Verdict verdict);

    /** What was read from the same text. */
    @Nullable PluginMetadata metadata(PluginFiles files, String tomlSha256);

    /** Keeps what was read from a text, to be written by {@link #save}. */
    void put(PluginFiles files, String tomlSha256, PluginMetadata metadata);

    /** Writes what was put since the last time; where that fails, there is a warning and no error. */
    void save();
}
