package dev.tamias.engine.binary;

import dev.tamias.engine.binary.FunctionCode.Block;
import dev.tamias.engine.binary.FunctionCode.Node;
import dev.tamias.engine.binary.FunctionCode.Sequence;
import java.util.BitSet;
import java.util.List;

/**
 * A stretch of a function's code that is a function of its own now, and the call in its place.
 *
 * <p>What it reads of the locals it gets as parameters. What it changes it leaves in {@link
 * ReturnRegisters}, from where the call fetches it at once. It answers which way it was left: by its
 * end, or by a branch to one of {@code exits}.
 *
 * @param function its index
 * @param code the stretch
 * @param params the locals whose values it gets
 * @param others the locals that it has beside them
 * @param results the locals whose values the code behind it reads
 * @param exits the blocks outside of it that it branches to
 */
record Outlined(
        int function, Sequence code, int[] params, int[] others, int[] results, List<Block> exits)
        implements Node {

    /** Whether its end can be reached. */
    boolean falls() {
        return !code.endless;
    }

    /** Whether it answers which way it was left. */
    boolean hasCode() {
        return exits.size() + (falls() ? 1 : 0) > 1;
    }

    /** Whether the one local that it changes is its result. */
    boolean isDirect() {
        return exits.isEmpty() && falls() && results.length == 1;
    }

    /** How many values it hands back at most. */
    int values() {
        return results.length
                + exits.stream().mapToInt(exit -> exit.labelTypes.length).max().orElse(0);
    }

    @Override
    public int size() {
        return size(params.length, results.length, exits.size());
    }

    /** About how many bytes a call takes. */
    static int size(int params, int results, int exits) {
        return 4 + 2 * params + 5 * results + 4 * exits;
    }

    /** Adds the locals that it names as part of other code. */
    void addLocals(BitSet named, BitSet written) {
        for (int each : params) {
            named.set(each);
        }
        for (int each : results) {
            named.set(each);
            written.set(each);
        }
    }
}
