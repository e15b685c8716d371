package dev.tamias;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.table.out.OutputFile;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of the input that rows of a table were made of, one array a row, in the order of the rows.
 * Where an input is packed, they are its content's. Made by {@link SourceStep#records}.
 *
 * @param bytes the records
 */
public record Records(List<byte[]> bytes) {

    public Records {
        bytes = List.copyOf(bytes);
    }

    /** How many there are. */
    public int size() {
        return bytes.size();
    }

    /** The records as UTF-8, what is none replaced, without the line ends behind them. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (byte[] each : bytes) {
            int end = each.length;
            while (end > 0 && (each[end - 1] == '\n' || each[end - 1] == '\r')) {
                end--;
            }
            texts.add(new String(each, 0, end, UTF_8));
        }
        return texts;
    }

    /**
     * Writes them into a file one behind the other, in place of one that is there: a log of the selected
     * rows, in the format it was in.
     *
     * @return the file
     * @throws dev.tamias.model.HostException where it cannot be written
     */
    public Path save(Path file) {
        return OutputFile.write(
                file,
                partial -> {
                    try (OutputStream target = new FileOutputStream(partial.toFile())) {
                        for (byte[] each : bytes) {
                            target.write(each);
                        }
                    }
                });
    }

    @Override
    public String toString() {
        return size()
                + " records, "
                + bytes.stream().mapToLong(each -> each.length).sum()
                + " bytes";
    }
}
