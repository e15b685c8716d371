package dev.tamias;

import dev.tamias.model.LogLevel;
import dev.tamias.session.ParsePolicy;
import dev.tamias.table.TableOptions;
import java.time.ZoneOffset;
import java.util.List;

/** What a chain would run, in words: a line a part, its name in a column of its own. */
final class Explanation {

    private static final int INPUTS_SHOWN = 5;

    private final StringBuilder text = new StringBuilder();

    private Explanation() {}

    static String of(RunPlan plan) {
        Explanation explanation = new Explanation();
        explanation.text.append(plan.parser().explain());
        explanation.inputs(plan);
        plan.chain().forEach(explanation::link);
        explanation.rest(plan);
        return explanation.text.toString();
    }

    private void part(String name, String words) {
        text.append(name).append(" ".repeat(Math.max(1, 12 - name.length())));
        text.append(words).append('\n');
    }

    private void inputs(RunPlan plan) {
        List<Bytes> inputs = plan.inputs();
        for (int i = 0; i < Math.min(inputs.size(), INPUTS_SHOWN); i++) {
            part(i == 0 ? "input" : "", inputs.get(i).toString());
        }
        if (inputs.size() > INPUTS_SHOWN) {
            part("", "and " + (inputs.size() - INPUTS_SHOWN) + " more");
        }
    }

    private void link(ColumnStep step) {
        part("then", step.toString());
        step.parser().explain().lines().skip(1).forEach(line -> text.append(line).append('\n'));
    }

    private void rest(RunPlan plan) {
        ParsePolicy policy = RunSetup.policy(plan);
        if (policy.tail() != ParsePolicy.Tail.REPORT) {
            part("tail", tail(policy.tail()));
        }
        if (policy.restarts() > 0) {
            part("restarts", "at most " + policy.restarts());
        }
        if (policy.parseErrors() != ParsePolicy.DEFAULT.parseErrors()) {
            part("errors", "at most " + policy.parseErrors() + " in a row");
        }
        split(plan);
        if (plan.merge() != null) {
            part("order", "by " + plan.merge().column());
        }
        if (plan.level() != LogLevel.ERROR) {
            part("log", plan.level().name());
        }
        tables(plan.tables());
        if (plan.limit() != RunPlan.ALL) {
            part("rows", "at most " + plan.limit());
        }
    }

    /** What becomes of a large file, where the parser lets it be split at all. */
    private void split(RunPlan plan) {
        List<Bytes> inputs = plan.inputs();
        if (inputs.size() == 1
                && inputs.get(0).origin() instanceof Origin.InFile
                && plan.parser().plugin().metadata().splitting().atLineFeeds()) {
            String refusal = SplitFile.refusal(plan, inputs.get(0));
            part(
                    "parts",
                    refusal == null
                            ? "of a large file, side by side where processors are free"
                            : "none: " + refusal);
        }
    }

    private void tables(TableOptions tables) {
        if (!tables.typed()) {
            part("types", "text");
        }
        tables.types().forEach((name, type) -> part("column", name + ": " + type));
        if (!tables.columns().isEmpty()) {
            part("columns", String.join(", ", tables.columns()));
        }
        if (tables.where() != null) {
            part("where", tables.where().toString());
        }
        if (!tables.zone().equals(ZoneOffset.UTC)) {
            part("zone", tables.zone().getId());
        }
    }

    private static String tail(ParsePolicy.Tail tail) {
        return switch (tail) {
            case REPORT -> "left and counted";
            case DROP -> "dropped and counted";
            case NEWLINE -> "parsed with a line feed behind it";
            case EMIT_RAW -> "a row of its text";
        };
    }
}
