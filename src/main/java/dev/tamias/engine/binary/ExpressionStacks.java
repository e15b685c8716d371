package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The value stack and the control stack of the validation algorithm (core specification, appendix
 * "Validation Algorithm"; the methods have its names). Types are resolved {@link TypeCode}s.
 */
final class ExpressionStacks {

    /** A block that is open. */
    static final class Frame {
        private boolean loop;
        private boolean conditional;
        private int[] startTypes = NOTHING;
        private int[] endTypes = NOTHING;
        private int height;
        private int initHeight;
        private boolean unreachable;

        /** What a branch to the block takes. */
        int[] labelTypes() {
            return loop ? startTypes : endTypes;
        }

        int[] startTypes() {
            return startTypes;
        }

        int[] endTypes() {
            return endTypes;
        }

        /** Whether it is the first half of an {@code if}. */
        boolean isConditional() {
            return conditional;
        }

        int initHeight() {
            return initHeight;
        }
    }

    /** What opens a block, as far as that matters. */
    enum Opener {
        BLOCK,
        LOOP,
        IF
    }

    /** More values than any program has, and few enough for every heap. */
    private static final int MOST_VALUES = 1 << 20;

    static final int[] NOTHING = {};

    private final ModuleTypes types;
    private final List<Frame> frames = new ArrayList<>();
    private int depth;
    private Frame top = new Frame();
    private int[] values = new int[64];
    private int size;

    /** The instruction that is validated, and its offset, for messages. */
    private String instruction = "";

    private int offset;

    ExpressionStacks(ModuleTypes types) {
        this.types = types;
    }

    /** Starts an expression, which gives {@code results}. */
    void start(int[] results) {
        depth = 0;
        size = 0;
        pushCtrl(Opener.BLOCK, NOTHING, results, 0);
    }

    /** Says which instruction comes next. */
    void at(String instruction, int offset) {
        this.instruction = instruction;
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    InvalidModule invalid(String sentence) {
        return new InvalidModule(offset, instruction + " " + sentence);
    }

    void pushVal(int type) {
        if (size == values.length) {
            if (size >= MOST_VALUES) {
                throw invalid("leaves more than " + MOST_VALUES + " values on the stack");
            }
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = type;
    }

    /** A value of any type; the bottom type where the code cannot be reached. */
    int popVal() {
        if (size == top.height) {
            if (top.unreachable) {
                return TypeCode.BOTTOM;
            }
            throw invalid("takes a value, and the block has none left");
        }
        return values[--size];
    }

    /** A value that can be used as one of a type. */
    int popVal(int wanted) {
        if (size > top.height && values[size - 1] == wanted) {
            return values[--size];
        }
        if (size == top.height && !top.unreachable) {
            throw invalid(
                    "takes a value of type "
                            + TypeCode.toString(wanted)
                            + ", and the block has none left");
        }
        int actual = popVal();
        if (!types.matches(actual, wanted)) {
            throw invalid(
                    "takes a value of type "
                            + TypeCode.toString(wanted)
                            + " and is given one of type "
                            + TypeCode.toString(actual));
        }
        return actual;
    }

    /** A reference; one to the bottom type where the code cannot be reached. */
    int popRef() {
        int actual = popVal();
        if (actual == TypeCode.BOTTOM) {
            return TypeCode.nonNull(TypeCode.BOTTOM);
        }
        if (!TypeCode.isReference(actual)) {
            throw invalid("takes a reference and is given a value of " + TypeCode.toString(actual));
        }
        return actual;
    }

    void pushVals(int[] pushed) {
        if (pushed.length > values.length - size) {
            for (int each : pushed) {
                pushVal(each);
            }
        } else {
            System.arraycopy(pushed, 0, values, size, pushed.length);
            size += pushed.length;
        }
    }

    void popVals(int[] wanted) {
        int start = size - wanted.length;
        if (start >= top.height && Arrays.equals(values, start, size, wanted, 0, wanted.length)) {
            size = start;
            return;
        }
        types.spend(wanted.length);
        for (int i = wanted.length - 1; i >= 0; i--) {
            if (size == top.height && top.unreachable) {
                return;
            }
            popVal(wanted[i]);
        }
    }

    /** Looks whether these values could be taken, and leaves them. */
    void peekVals(int[] wanted) {
        int before = size;
        popVals(wanted);
        size = before;
    }

    /** Opens a block. */
    void pushCtrl(Opener opener, int[] startTypes, int[] endTypes, int initHeight) {
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        top = frames.get(depth++);
        top.loop = opener == Opener.LOOP;
        top.conditional = opener == Opener.IF;
        top.startTypes = startTypes;
        top.endTypes = endTypes;
        top.height = size;
        top.initHeight = initHeight;
        top.unreachable = false;
        pushVals(startTypes);
    }

    /** Closes a block; its results must be there and nothing else. */
    Frame popCtrl() {
        Frame frame = top;
        popVals(frame.endTypes);
        if (size != frame.height) {
            throw invalid("leaves more values than the block's type says");
        }
        depth--;
        top = depth == 0 ? frame : frames.get(depth - 1);
        return frame;
    }

    /** The block that a label names. */
    Frame frame(int label) {
        if (label >= depth) {
            throw invalid("names label " + label + " of " + depth);
        }
        return frames.get(depth - 1 - label);
    }

    /** The block of the whole expression. */
    Frame outermost() {
        return frames.get(0);
    }

    /** Whether the last block was closed. */
    boolean isClosed() {
        return depth == 0;
    }

    /** Whether the block's code can be reached and has left nothing on the stack. */
    boolean isClean() {
        return size == top.height && !top.unreachable;
    }

    /** Whether what comes next in the block is never reached. */
    boolean isUnreachable() {
        return top.unreachable;
    }

    /** What comes next in the block is never reached. */
    void unreachable() {
        size = top.height;
        top.unreachable = true;
    }
}
