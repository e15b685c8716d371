package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code of a function as a tree: sequences of instructions, in which blocks hold sequences of their
 * own. What can never be reached is left out. Branches name the block that they leave or repeat, and
 * {@code return} is a branch to the outermost one.
 */
final class FunctionCode {

    /** The type of each local, parameters first. */
    final int[] locals;

    /** The whole function: a block whose results are the function's. */
    final Block root;

    FunctionCode(int[] locals, Block root) {
        this.locals = locals;
        this.root = root;
    }

    /** An instruction, or a block. */
    sealed interface Node permits Plain, LocalAccess, Branch, Block, Outlined {

        /** About how many bytes it takes. */
        int size();
    }

    /**
     * An instruction that names neither a local nor a label: its bytes in the module.
     *
     * @param trap whether the code behind it is never reached
     */
    record Plain(int start, int end, boolean trap) implements Node {
        @Override
        public int size() {
            return end - start;
        }
    }

    /** {@code local.get}, {@code local.set} or {@code local.tee}, by its opcode. */
    record LocalAccess(int opcode, int local) implements Node {

        static final int GET = 0x20;

        @Override
        public int size() {
            return 2;
        }
    }

    /** A branch, by its opcode; only {@code br_table} has several targets, the default at the end. */
    record Branch(int opcode, List<Block> targets) implements Node {

        static final int BR = 0x0c;
        static final int TABLE = 0x0e;

        /** Whether the code behind it is never reached. */
        boolean isFinal() {
            return opcode == BR || opcode == TABLE;
        }

        @Override
        public int size() {
            return 1 + targets.size();
        }
    }

    /** A {@code block}, {@code loop} or {@code if}; the outermost one has the opcode zero. */
    static final class Block implements Node {

        static final int LOOP = 0x03;
        static final int IF = 0x04;
        static final int ELSE = 0x05;

        final int opcode;

        /** Where the block's type stands in the module. */
        final int typeStart;

        final int typeEnd;

        /** What a branch to it takes. */
        final int[] labelTypes;

        final Sequence body = new Sequence();

        /** What stands behind {@code else}. */
        @Nullable Sequence otherwise;

        /** The locals whose values are still read after a branch to it. */
        BitSet liveAtLabel = new BitSet();

        private int size;

        Block(int opcode, int typeStart, int typeEnd, int[] labelTypes) {
            this.opcode = opcode;
            this.typeStart = typeStart;
            this.typeEnd = typeEnd;
            this.labelTypes = labelTypes;
        }

        boolean isLoop() {
            return opcode == LOOP;
        }

        @Override
        public int size() {
            return size;
        }

        /** Finds its size, once those of the blocks in it are found. */
        void measure() {
            size = 3 + body.size() + (otherwise == null ? 0 : 1 + otherwise.size());
        }
    }

    /** Instructions one after the other. */
    static final class Sequence {

        final List<Node> nodes = new ArrayList<>();

        /**
         * Before which nodes the block has nothing on the stack; at the number of nodes: whether its
         * end is reached with nothing there.
         */
        final BitSet clean = new BitSet();

        /** The locals that are read later, before each node and at the end. */
        final List<BitSet> live = new ArrayList<>();

        /** Whether the end is never reached. */
        boolean endless;

        int size() {
            int size = 0;
            for (Node each : nodes) {
                size += each.size();
            }
            return size;
        }
    }
}
