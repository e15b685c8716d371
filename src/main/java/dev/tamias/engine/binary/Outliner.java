package dev.tamias.engine.binary;

import dev.tamias.engine.binary.FunctionCode.Block;
import dev.tamias.engine.binary.FunctionCode.Branch;
import dev.tamias.engine.binary.FunctionCode.LocalAccess;
import dev.tamias.engine.binary.FunctionCode.Node;
import dev.tamias.engine.binary.FunctionCode.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
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

    /** What changes more than that is no function of its own. */
    static final int MOST_VALUES = 24;

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
        Stretch stretch = new Stretch(sequence.live.get(from));
        if (!stretch.take(taken)) {
            return false;
        }
        Outlined call = outlined(taken, stretch, sequence.live.get(to));
        if (call.size() >= taken.size() || call.values() > MOST_VALUES) {
            return false;
        }
        outlined.add(call);
        left -= taken.size() - call.size();
        replace(sequence, from, to, call);
        return true;
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

    private Outlined outlined(Sequence taken, Stretch stretch, BitSet liveBehind) {
        BitSet params = (BitSet) stretch.named.clone();
        params.and(stretch.liveBefore);
        BitSet others = (BitSet) stretch.named.clone();
        others.andNot(params);
        BitSet read = new BitSet();
        if (!taken.endless) {
            read.or(liveBehind);
        }
        stretch.exits.forEach(target -> read.or(target.liveAtLabel));
        BitSet written = (BitSet) stretch.written.clone();
        written.and(read);
        return new Outlined(
                firstFunction + outlined.size(),
                taken,
                list(params),
                list(others),
                list(written),
                List.copyOf(stretch.exits));
    }

    private static int[] list(BitSet locals) {
        return locals.isEmpty() ? NONE : locals.stream().toArray();
    }

    /** What a stretch of code needs and where it goes; most stretches are found to need too much. */
    private final class Stretch {

        private final BitSet liveBefore;
        private final BitSet named = new BitSet();
        private final BitSet written = new BitSet();
        private final Set<Block> own = new HashSet<>();
        private final Set<Block> exits = new LinkedHashSet<>();
        private int slots;

        Stretch(BitSet liveBefore) {
            this.liveBefore = liveBefore;
        }

        /** Looks at all of it; false as soon as it has too many parameters, or too many exits. */
        boolean take(Sequence sequence) {
            for (Node each : sequence.nodes) {
                if (!take(each) || slots > MOST_PARAMS || exits.size() > MOST_EXITS) {
                    return false;
                }
            }
            return true;
        }

        private boolean take(Node node) {
            if (node instanceof LocalAccess access) {
                name(access.local());
                if (access.opcode() != LocalAccess.GET) {
                    written.set(access.local());
                }
            } else if (node instanceof Branch branch) {
                leave(branch.targets());
            } else if (node instanceof Outlined call) {
                BitSet locals = new BitSet();
                call.addLocals(locals, written);
                locals.stream().forEach(this::name);
                leave(call.exits());
            } else if (node instanceof Block block) {
                // Only what a block holds can go to its label, so it is known in time.
                own.add(block);
                return take(block.body) && (block.otherwise == null || take(block.otherwise));
            }
            return true;
        }

        private void name(int local) {
            if (!named.get(local)) {
                named.set(local);
                boolean wide =
                        code.locals[local] == TypeCode.I64 || code.locals[local] == TypeCode.F64;
                slots += !liveBefore.get(local) ? 0 : wide ? 2 : 1;
            }
        }

        private void leave(List<Block> targets) {
            for (Block each : targets) {
                if (!own.contains(each)) {
                    exits.add(each);
                }
            }
        }
    }
}
