package dev.tamias.engine.binary;

import dev.tamias.engine.binary.FunctionCode.Block;
import dev.tamias.engine.binary.FunctionCode.Branch;
import dev.tamias.engine.binary.FunctionCode.LocalAccess;
import dev.tamias.engine.binary.FunctionCode.Node;
import dev.tamias.engine.binary.FunctionCode.Sequence;
import java.util.BitSet;
import java.util.List;

/**
 * Finds which locals still matter at each place of a function: those that are read later before they
 * are written. Goes through the code from its end; a loop is gone through until what its start needs
 * is known to its branches.
 */
final class LocalLiveness {

    private LocalLiveness() {}

    /** Fills in {@link Sequence#live} and {@link Block#liveAtLabel} of all the code. */
    static void analyse(FunctionCode code) {
        before(code.root, new BitSet());
    }

    /** What matters before a block, given what does behind it. */
    private static BitSet before(Block block, BitSet after) {
        if (!block.isLoop()) {
            block.liveAtLabel = after;
            BitSet live = before(block.body, after);
            if (block.opcode == Block.IF) {
                live = (BitSet) live.clone();
                live.or(block.otherwise == null ? after : before(block.otherwise, after));
            }
            return live;
        }
        while (true) {
            BitSet live = before(block.body, after);
            if (live.equals(block.liveAtLabel)) {
                return live;
            }
            BitSet more = (BitSet) live.clone();
            more.or(block.liveAtLabel);
            block.liveAtLabel = more;
        }
    }

    private static BitSet before(Sequence sequence, BitSet after) {
        List<Node> nodes = sequence.nodes;
        BitSet[] live = new BitSet[nodes.size() + 1];
        live[nodes.size()] = after;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            live[i] = before(nodes.get(i), live[i + 1]);
        }
        sequence.live.clear();
        sequence.live.addAll(List.of(live));
        return live[0];
    }

    private static BitSet before(Node node, BitSet after) {
        if (node instanceof Block block) {
            return before(block, after);
        }
        if (node instanceof LocalAccess access) {
            boolean get = access.opcode() == LocalAccess.GET;
            if (after.get(access.local()) == get) {
                return after;
            }
            BitSet live = (BitSet) after.clone();
            live.set(access.local(), get);
            return live;
        }
        if (node instanceof Branch branch) {
            BitSet live = branch.isFinal() ? new BitSet() : (BitSet) after.clone();
            branch.targets().forEach(target -> live.or(target.liveAtLabel));
            return live;
        }
        return node instanceof FunctionCode.Plain plain && plain.trap() ? new BitSet() : after;
    }
}
