package dev.tamias;

import dev.tamias.model.HostException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.Trouble;
import dev.tamias.session.ParsePolicy;
import dev.tamias.session.ParseProgress;
import dev.tamias.table.RowPlace;
import dev.tamias.table.TableOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal operation is to run.
 *
 * @param chain the parsers of columns, in their order
 * @param limit how many rows at most
 * @param policy what the user changes of the plugin's usual policy
 * @param progress null where nobody asks
 * @param level how much the plugins are asked to log
 * @param tables what tables hold, but for what the run adds
 * @param merge null where rows come in the order of the inputs
 */
record RunPlan(
        ParserStep parser,
        Bytes bytes,
        List<ColumnStep> chain,
        long limit,
        UnaryOperator<ParsePolicy> policy,
        @Nullable Consumer<ParseProgress> progress,
        LogLevel level,
        TableOptions tables,
        @Nullable Merge merge) {

    /** No limit. */
    static final long ALL = Long.MAX_VALUE;

    /** A column, by whose order the rows of several inputs are merged. */
    record Merge(String column, Comparator<String> order) {}

    static RunPlan of(ParserStep parser, Bytes bytes) {
        return new RunPlan(
                parser,
                bytes,
                List.of(),
                ALL,
                UnaryOperator.identity(),
                null,
                LogLevel.ERROR,
                TableOptions.defaults(),
                null);
    }

    /**
     * The inputs, each for a session of its own.
     *
     * @throws HostException where there is none
     */
    List<Bytes> inputs() {
        List<Bytes> inputs = Inputs.of(parser.plugins(), bytes);
        if (inputs.isEmpty()) {
            throw new HostException(Trouble.INPUT, "There is no file in the list of inputs.");
        }
        return inputs;
    }

    /** What tables of these inputs hold. */
    TableOptions options(List<Bytes> inputs) {
        TableOptions usual = UsualTypes.of(parser.plugin(), tables);
        TableOptions options = usual.before(Inputs.lastChange(inputs));
        return Inputs.several(bytes) ? options.places(RowPlace.SOURCE) : options;
    }

    RunPlan withChained(ColumnStep step) {
        List<ColumnStep> longer = new ArrayList<>(chain);
        longer.add(step);
        return new RunPlan(
                parser, bytes, List.copyOf(longer), limit, policy, progress, level, tables, merge);
    }

    RunPlan withLimit(long rows) {
        return new RunPlan(parser, bytes, chain, rows, policy, progress, level, tables, merge);
    }

    /** Changes what the policy is so far. */
    RunPlan withPolicy(UnaryOperator<ParsePolicy> change) {
        UnaryOperator<ParsePolicy> before = policy;
        return new RunPlan(
                parser,
                bytes,
                chain,
                limit,
                usual -> change.apply(before.apply(usual)),
                progress,
                level,
                tables,
                merge);
    }

    RunPlan withProgress(Consumer<ParseProgress> listener) {
        return new RunPlan(parser, bytes, chain, limit, policy, listener, level, tables, merge);
    }

    RunPlan withLevel(LogLevel much) {
        return new RunPlan(parser, bytes, chain, limit, policy, progress, much, tables, merge);
    }

    /** Changes what tables hold so far. */
    RunPlan withTables(UnaryOperator<TableOptions> change) {
        TableOptions changed = change.apply(tables);
        return new RunPlan(parser, bytes, chain, limit, policy, progress, level, changed, merge);
    }

    RunPlan withMerge(Merge by) {
        return new RunPlan(parser, bytes, chain, limit, policy, progress, level, tables, by);
    }
}
