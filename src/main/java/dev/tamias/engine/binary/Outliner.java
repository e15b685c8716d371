package dev.tamias.engine.binary;

import dev.tamias.engine.binary.FunctionCode.Block;
import dev.tamias.engine.binary.FunctionCode.Branch;
import dev.tamias.engine.binary.FunctionCode.LocalAccess;
import dev.tamias.engine.binary.FunctionCode.Node;
import dev.tamias.engine.binary.FunctionCode.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes stretches out of a large function until it is small, the longest first. A stretch starts and
 * ends where its block has nothing on the stack, so that only locals go in and out.
 */
final class Outliner {

    /** Values of 64 bits count twice; the JVM takes 255, and each one costs. */
    private static final int MOST_PARAMS = 100;

    /** Code that goes many ways is where a function decides what to do next; it stays together. */
    private static final int MOST_EXITS = 12;

    /** How many ends of a stretch are tried. */
    private static final int ATTEMPTS = 4;

    private static final int[] NONE = {};

    private final FunctionCode code;
    private final SplitSizes sizes;
    private final int firstFunction;
    private final List<Outlined> outlined = new ArrayList<>();

    /** About how many bytes are left of the function. */
    private int left;

    /**
     * @param firstFunction the index that the first function made here will have
     */
    Outliner(FunctionCode code, SplitSizes sizes, int firstFunction) {
        this.code = code;
        this.sizes = sizes;
        this.firstFunction = firstFunction;
    }

    /** Shrinks the function; what was taken out, in the order of the new functions' indices. */
    List<Outlined> outline() {
        LocalLiveness.analyse(code);
        left = code.root.size();
        for (int shortest : sizes.shortest()) {
            outline(code.root.body, shortest);
        }
        return outlined;
    }

    private void outline(Sequence sequence, int shortest) {
        for (Node each : List.copyOf(sequence.nodes)) {
            if (each instanceof Block block && block.size() > sizes.longest()) {
                outline(block.body, shortest);
                if (block.otherwise != null) {
                    outline(block.otherwise, shortest);
                }
                block.measure();
            }
        }
        for (int from = 0; from < sequence.nodes.size() && left > sizes.target(); from++) {
            List<Integer> ends =
                    sequence.clean.get(from) ? ends(sequence, from, shortest) : List.of();
            for (int i = 0; i < Math.min(ends.size(), ATTEMPTS); i++) {
                // The longest first.
                if (outline(sequence, from, ends.get(i * (ends.size() - 1) / ATTEMPTS))) {
                    break;
                }
            }
        }
    }

    /** Where a stretch from there may end, the longest first. */
    private List<Integer> ends(Sequence sequence, int from, int shortest) {
        List<Integer> ends = new ArrayList<>();
        int size = 0;
        for (int i = from; i < sequence.nodes.size(); i++) {
            size += sequence.nodes.get(i).size();
            if (size > sizes.longest()) {
                break;
            }
            boolean last = i + 1 == sequence.nodes.size();
            boolean mayEnd = sequence.clean.get(i + 1) || last && sequence.endless;
            if (mayEnd && size >= shortest) {
                ends.add(0, i + 1);
            }
        }
        return ends;
    }

    private boolean outline(Sequence sequence, int from, int to) {
        Sequence taken = new Sequence();
        taken.nodes.addAll(sequence.nodes.subList(from, to));
        taken.endless = to == sequence.nodes.size() && sequence.endless;
        Outlined call = outlined(taken, sequence.live.get(from), sequence.live.get(to));
        if (call.size() >= taken.size()
                || slots(call.params()) > MOST_PARAMS
                || call.exits().size() > MOST_EXITS) {
            return false;
        }
        outlined.add(call);
        left -= taken.size() - call.size();
        replace(sequence, from, to, call);
        return true;
    }

    private int slots(int[] locals) {
        int slots = 0;
        for (int each : locals) {
            slots += code.locals[each] == TypeCode.I64 || code.locals[each] == TypeCode.F64 ? 2 : 1;
        }
        return slots;
    }

    private static void replace(Sequence sequence, int from, int to, Outlined call) {
        int gone = to - from - 1;
        int size = sequence.nodes.size();
        BitSet clean = new BitSet();
        clean.or(sequence.clean);
        sequence.clean.clear(from + 1, size + 1);
        for (int i = to; i <= size; i++) {
            sequence.clean.set(i - gone, clean.get(i));
        }
        sequence.nodes.subList(from, to).clear();
        sequence.nodes.add(from, call);
        sequence.live.subList(from + 1, to).clear();
    }

    private Outlined outlined(Sequence taken, BitSet liveBefore, BitSet liveBehind) {
        BitSet named = new BitSet();
        BitSet written = new BitSet();
        Set<Block> targets = new LinkedHashSet<>();
        Set<Block> own = new LinkedHashSet<>();
        look(taken, named, written, targets, own);
        targets.removeAll(own);
        BitSet params = (BitSet) named.clone();
        params.and(liveBefore);
        BitSet others = (BitSet) named.clone();
        others.andNot(params);
        BitSet read = new BitSet();
        if (!taken.endless) {
            read.or(liveBehind);
        }
        targets.forEach(target -> read.or(target.liveAtLabel));
        written.and(read);
        return new Outlined(
                firstFunction + outlined.size(),
                taken,
                list(params),
                list(others),
                list(written),
                List.copyOf(targets));
    }

    private static int[] list(BitSet locals) {
        return locals.isEmpty() ? NONE : locals.stream().toArray();
    }

    private static void look(
            Sequence sequence, BitSet named, BitSet written, Set<Block> targets, Set<Block> own) {
        for (Node each : sequence.nodes) {
            if (each instanceof LocalAccess access) {
                named.set(access.local());
                if (access.opcode() != LocalAccess.GET) {
                    written.set(access.local());
                }
            } else if (each instanceof Branch branch) {
                targets.addAll(branch.targets());
            } else if (each instanceof Outlined call) {
                call.addLocals(named, written);
                targets.addAll(call.exits());
            } else if (each instanceof Block block) {
                own.add(block);
                look(block.body, named, written, targets, own);
                if (block.otherwise != null) {
                    look(block.otherwise, named, written, targets, own);
                }
            }
        }
    }
}
