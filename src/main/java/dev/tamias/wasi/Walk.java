package dev.tamias.wasi;

import dev.tamias.engine.Interrupted;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resolution of a path, component by component, from an open directory that it cannot leave
 * (wasi-filesystem, path-resolution.md). Each directory is opened from the one before it and never
 * through a link; links are read and their targets walked here, from where the link stands. So what
 * others do to the directories meanwhile can make a walk fail, but not escape.
 */
final class Walk {

    /** As on Linux ({@code MAXSYMLINKS}). */
    private static final int MAX_LINKS = 40;

    /** What becomes of a link in the last place. */
    enum Last {
        /** It is followed. */
        FOLLOW,
        /** It is kept, unless a slash after it asks for a directory. */
        KEEP,
        /** It is kept: the operation is about the entry. */
        ENTRY
    }

    private final Sandbox sandbox;
    private final DirectoryHandle base;
    private final int baseDepth;
    private final Last last;
    private final List<String> names;
    private final Deque<String> pending = new ArrayDeque<>();
    private DirectoryHandle current;
    private boolean mustBeDirectory;
    private int links;

    private Walk(Sandbox sandbox, DirectoryHandle base, List<String> names, Last last) {
        this.sandbox = sandbox;
        this.base = base;
        this.baseDepth = names.size();
        this.last = last;
        this.names = new ArrayList<>(names);
        this.current = base.share();
    }

    /**
     * Walks {@code path} from {@code base}.
     *
     * @param names from the sandbox's root to {@code base}
     * @throws FileError not-permitted where the path leads out of {@code base}, even if it came back
     */
    static Place to(
            Sandbox sandbox, DirectoryHandle base, List<String> names, String path, Last last)
            throws FileError {
        GuestPath parsed = GuestPath.parse(path);
        Walk walk = new Walk(sandbox, base, names, last);
        boolean arrived = false;
        try {
            walk.mustBeDirectory = parsed.isDirectory();
            walk.pending.addAll(parsed.components());
            Place place = walk.run();
            arrived = true;
            return place;
        } finally {
            if (!arrived) {
                walk.current.close();
            }
        }
    }

    private Place run() throws FileError {
        while (!pending.isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Interrupted(
                        "a path was being resolved when the work was interrupted", null);
            }
            String component = pending.pop();
            if (component.equals("..")) {
                ascend();
            } else if (!component.equals(".")) {
                String name = sandbox.realName(names, component);
                BasicFileAttributes found = current.attributes(name);
                if (found != null && found.isSymbolicLink() && follows()) {
                    expand(component, name);
                } else if (pending.isEmpty()) {
                    return new Place(current, names, name, mustBeDirectory);
                } else {
                    descend(component, name, found);
                }
            }
        }
        return new Place(current, names, null, true);
    }

    private boolean follows() {
        if (!pending.isEmpty()) {
            return true;
        }
        return last == Last.FOLLOW || (last == Last.KEEP && mustBeDirectory);
    }

    private void descend(String component, String name, @Nullable BasicFileAttributes found)
            throws FileError {
        if (found == null) {
            throw new FileError(ErrorCode.NO_ENTRY);
        }
        if (!found.isDirectory()) {
            throw new FileError(ErrorCode.NOT_DIRECTORY);
        }
        DirectoryHandle next;
        try {
            next = current.directory(name);
        } catch (FileError failure) {
            BasicFileAttributes now = current.attributes(name);
            if (now == null || !now.isSymbolicLink()) {
                throw failure;
            }
            // It became a link since it was looked at.
            countLink();
            pending.push(component);
            return;
        }
        enter(next);
        names.add(name);
    }

    private void expand(String component, String name) throws FileError {
        countLink();
        String target;
        try {
            target = sandbox.readLink(current, names, name);
        } catch (FileError failure) {
            if (failure.code() != ErrorCode.INVALID) {
                throw failure;
            }
            // It is no link any more; the count of links bounds this too.
            pending.push(component);
            return;
        }
        GuestPath parsed = GuestPath.parse(target);
        if (pending.isEmpty()) {
            mustBeDirectory |= parsed.isDirectory();
        }
        List<String> components = parsed.components();
        for (int i = components.size() - 1; i >= 0; i--) {
            pending.push(components.get(i));
        }
    }

    private void countLink() throws FileError {
        if (++links > MAX_LINKS) {
            throw new FileError(ErrorCode.LOOP);
        }
    }

    /**
     * Goes to the parent by walking to it anew, so that one directory is open at a time however deep a
     * path goes; its names are those of directories, so no link is among them.
     */
    private void ascend() throws FileError {
        if (names.size() == baseDepth) {
            throw new FileError(ErrorCode.NOT_PERMITTED);
        }
        names.remove(names.size() - 1);
        enter(base.share());
        for (String name : names.subList(baseDepth, names.size())) {
            enter(current.directory(name));
        }
    }

    private void enter(DirectoryHandle next) {
        current.close();
        current = next;
    }
}
