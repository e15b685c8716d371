package dev.tamias.jupyter.page;

import dev.tamias.model.Trouble;

/** What a person does next about a trouble, in a sentence; the section that its link names says more. */
final class NextStep {

    private NextStep() {}

    static String of(Trouble trouble) {
        return switch (trouble) {
            case MALFORMED_COMPONENT ->
                    "Build the plugin as a component (target wasm32-wasip2), or copy the file again.";
            case INVALID_COMPONENT -> "Build the plugin once more with current tools.";
            case UNSUPPORTED_FEATURE, PLUGIN_VERSION ->
                    "Build the plugin for version 0.1.0 of Chipmunk's plugin interface.";
            case LINK -> "Look at what the plugin imports: Plugins.scan() shows it.";
            case NOT_A_PLUGIN ->
                    "Export chipmunk:parser/parser or chipmunk:bytesource/byte-source.";
            case TRAP, CONTRACT ->
                    "Read the plugin's log; a run with .restarts(3) goes on behind the failure.";
            case LIMIT ->
                    "Parse less with .head(n) or .where(…), or raise the limit that is named.";
            case INTERRUPTED -> "Run the cell again; what was parsed is kept in the exception.";
            case INIT, CONFIGURATION -> "Look at the parser's .schema() for what it takes.";
            case PARSE ->
                    "Check that the parser fits the input; .parseErrors(n) allows more errors.";
            case SOURCE, INPUT -> "Check that the input is there and can be read.";
            case UNKNOWN_PLUGIN -> "Plugins.scan() shows the names that there are.";
            case PLUGIN_FILES -> "Add the plugin again: Plugins.scan().update(\"FILE.wasm\").";
            case AMBIGUOUS_INPUT -> "Name the plugin by its whole path.";
            case TABLE -> "Look at the table's columns: their names and types stand in its head.";
            case OUTPUT -> "Choose a place that can be written to and has room.";
            case WORKSHOP -> "Run kernel/tamias workshop, which installs what it needs.";
            case SANDBOX -> "Check the temporary directory: it has to be there and have room.";
        };
    }
}
