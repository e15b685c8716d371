package dev.tamias.workshop;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of WIT as one text: the files of a package side by side, each package that it uses in a folder
 * of its own below {@code deps}. In one text those are packages in braces.
 */
final class WitFolder {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([^;{]+);");

    private final StringBuilder text = new StringBuilder();

    private WitFolder() {}

    static String text(Path folder) {
        WitFolder wit = new WitFolder();
        try {
            wit.add(folder, false);
            Path deps = folder.resolve("deps");
            if (Files.isDirectory(deps)) {
                for (Path each : inOrder(deps)) {
                    wit.add(each, true);
                }
            }
        } catch (IOException e) {
            throw new HostException(
                    Trouble.WORKSHOP,
                    "The WIT in \"" + folder + "\" cannot be read: " + e + ".",
                    e);
        }
        return wit.text.toString();
    }

    private void add(Path folder, boolean inBraces) throws IOException {
        StringBuilder body = new StringBuilder();
        String name = null;
        for (Path each : inOrder(folder)) {
            if (each.toString().endsWith(".wit")) {
                String file = Files.readString(each);
                Matcher header = PACKAGE.matcher(file);
                name = header.find() ? header.group(1).strip() : name;
                body.append(header.replaceFirst("")).append('\n');
            }
        }
        if (name == null) {
            throw new HostException(
                    Trouble.WORKSHOP,
                    "No file of \"" + folder + "\" says the package, as in \"package a:b;\".");
        }
        text.append("package ").append(name).append(inBraces ? " {\n" : ";\n").append(body);
        text.append(inBraces ? "}\n" : "");
    }

    private static List<Path> inOrder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
