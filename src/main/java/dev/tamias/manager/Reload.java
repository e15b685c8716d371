package dev.tamias.manager;

import java.util.List;

/**
 * What a reload came upon.
 *
 * @param added plugins that were not there before
 * @param changed plugins whose files are other ones now, as they are now
 * @param removed plugins that are no longer there, as they were
 */
public record Reload(
        List<PluginEntry> added, List<PluginEntry> changed, List<PluginEntry> removed) {

    public Reload {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Whether all is as it was. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
