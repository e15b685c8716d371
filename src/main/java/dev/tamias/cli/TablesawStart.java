package dev.tamias.cli;

import dev.tamias.table.column.ColumnTypes;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * Gets Tablesaw ready beside the work that comes before a table. When its {@code Table} is first used it
 * looks through every jar of the class path for readers and writers of files, for half a second.
 */
final class TablesawStart {

    private static final String PATH = "java.class.path";

    private TablesawStart() {}

    /** Starts it on a thread of its own; whoever needs a table before it is done waits for it. */
    static void begin() {
        Thread thread = new Thread(TablesawStart::load, "tamias-tablesaw");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Has Tablesaw look through its own jars alone. This process is the command's: nothing else asks for
     * the class path meanwhile.
     */
    private static void load() {
        String path = System.getProperty(PATH, "");
        String own =
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(TablesawStart::isOwn)
                        .collect(Collectors.joining(File.pathSeparator));
        ColumnTypes.initialise();
        System.setProperty(PATH, own.isEmpty() ? path : own);
        try {
            Table.create();
        } finally {
            System.setProperty(PATH, path);
        }
    }

    private static boolean isOwn(String entry) {
        Path name = Path.of(entry).getFileName();
        return name != null && name.toString().startsWith("tablesaw-");
    }
}
