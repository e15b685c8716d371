package dev.tamias.wasi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grants of single files, put together where they are files of one directory under one name. Guests look
 * for a path in the one preopened directory whose name begins it, so that of two with the same name they
 * would see one.
 */
final class FileGrants {

    private FileGrants() {}

    /** The grants in their order, files of one directory in one list, at the place of the first. */
    static List<List<Preopen>> together(List<Preopen> grants) {
        List<List<Preopen>> groups = new ArrayList<>();
        for (Preopen each : grants) {
            List<Preopen> group = null;
            for (List<Preopen> earlier : groups) {
                group = belong(earlier.get(0), each) ? earlier : group;
            }
            if (group == null) {
                groups.add(new ArrayList<>(List.of(each)));
            } else {
                group.add(each);
            }
        }
        return groups;
    }

    private static boolean belong(Preopen one, Preopen other) {
        boolean alike =
                one.isFile()
                        && other.isFile()
                        && one.guestName().equals(other.guestName())
                        && one.access() == other.access()
                        && one.quotaBytes() == other.quotaBytes()
                        && one.quotaEntries() == other.quotaEntries();
        Path directory = alike ? directory(one) : null;
        return directory != null && directory.equals(directory(other));
    }

    /** Where the file truly is, behind all links; null where it is nowhere, which its opening says. */
    private static @Nullable Path directory(Preopen file) {
        try {
            return file.host().toRealPath().getParent();
        } catch (IOException e) {
            return null;
        }
    }
}
