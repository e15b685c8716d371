package dev.tamias.host;

import org.jspecify.annotations.Nullable;

/** Told of the instances that are made of a plugin to work, from whatever threads make them. */
public interface InstanceListener {

    /** Takes no notice. */
    InstanceListener NONE =
            new InstanceListener() {
                @Override
                public void opened() {
                    // Nobody counts.
                }

                @Override
                public void closed(@Nullable RuntimeException failure) {
                    // Nobody counts.
                }
            };

    /** An entry was added to the log of the run that the instance is part of. */
    default void logged(RunLog.Entry entry) {
        // Most look at the run's log.
    }

    /** An instance is about to be made. */
    void opened();

    /**
     * An instance is gone, or could not be made.
     *
     * @param failure what ended it before it was closed; null where nothing did
     */
    void closed(@Nullable RuntimeException failure);
}
