///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS dev.tamias:tamias:0.1.0-SNAPSHOT
//JAVA_OPTIONS -XX:-DontCompileHugeMethods -XX:-ClipInlining

import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.sample;

import dev.tamias.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves the files that a DLT trace carries: {@code Attachments.java [TRACE [DIRECTORY]]}. */
class Attachments {

    public static void main(String[] arguments) throws IOException {
        var trace = arguments.length > 0 ? file(arguments[0]) : sample("attachments.dlt");
        Path directory =
                arguments.length > 1
                        ? Path.of(arguments[1])
                        : Files.createTempDirectory("attachments-");
        for (Path saved : Plugins.scan().parser("dlt").over(trace).parse().saveAttachments(directory)) {
            System.out.println(saved + ": " + Files.size(saved) + " bytes");
        }
    }
}
