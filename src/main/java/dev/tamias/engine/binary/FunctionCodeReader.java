package dev.tamias.engine.binary;

import dev.tamias.engine.binary.FunctionCode.Block;
import dev.tamias.engine.binary.FunctionCode.Branch;
import dev.tamias.engine.binary.FunctionCode.LocalAccess;
import dev.tamias.engine.binary.FunctionCode.Node;
import dev.tamias.engine.binary.FunctionCode.Plain;
import dev.tamias.engine.binary.FunctionCode.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a function body into {@link FunctionCode}, looking on while it is validated: the validator knows
 * what is on the stack, and what can be reached.
 */
final class FunctionCodeReader implements ExpressionValidator.Observer {

    /** Blocks in blocks are walked by recursion; interpreters of languages have some hundred. */
    private static final int DEEPEST = 2_000;

    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Deque<Sequence> sequences = new ArrayDeque<>();

    /** How many blocks are open that stand where nothing is reached. */
    private int dead;

    private boolean splittable = true;

    private FunctionCodeReader() {}

    /**
     * The code of a valid function, or null where it has something that cannot be moved: exception
     * handlers, branching casts, locals or labels of types that are more than one byte.
     */
    static @Nullable FunctionCode read(
            SubType type, BinaryReader body, ExpressionValidator validator) {
        FunctionCodeReader reader = new FunctionCodeReader();
        Block root = reader.open(0, 0, 0, type.results);
        validator.body(type, body, reader);
        Locals locals = validator.locals();
        int[] types = new int[locals.count()];
        for (int i = 0; i < types.length; i++) {
            types[i] = locals.type(i);
            reader.splittable &= isMovable(types[i]);
        }
        return reader.splittable ? new FunctionCode(types, root) : null;
    }

    private static boolean isMovable(int type) {
        return type == TypeCode.I32
                || type == TypeCode.I64
                || type == TypeCode.F32
                || type == TypeCode.F64;
    }

    private Block open(int opcode, int typeStart, int typeEnd, int[] labelTypes) {
        for (int each : labelTypes) {
            splittable &= isMovable(each);
        }
        splittable &= blocks.size() < DEEPEST;
        Block block = new Block(opcode, typeStart, typeEnd, labelTypes);
        blocks.push(block);
        sequences.push(block.body);
        return block;
    }

    @Override
    public void before(Instruction instruction, InstructionReader in, ExpressionStacks stacks) {
        switch (instruction.name) {
            case "end", "else" -> {
                if (dead == 0) {
                    ends(stacks);
                }
            }
            default -> {
                if (dead == 0 && stacks.isClean()) {
                    sequence().clean.set(sequence().nodes.size());
                }
            }
        }
    }

    private void ends(ExpressionStacks stacks) {
        Sequence sequence = sequence();
        sequence.endless = stacks.isUnreachable();
        sequence.clean.set(sequence.nodes.size(), stacks.isClean());
    }

    private Sequence sequence() {
        return sequences.element();
    }

    @Override
    public void after(Instruction instruction, InstructionReader in, ExpressionStacks stacks) {
        switch (instruction.name) {
            case "block", "loop", "if" -> opened(instruction, in, stacks);
            case "try_table" -> {
                splittable = false;
                opened(instruction, in, stacks);
            }
            case "else" -> {
                if (dead == 0) {
                    Sequence otherwise = new Sequence();
                    blocks.element().otherwise = otherwise;
                    sequences.pop();
                    sequences.push(otherwise);
                }
            }
            case "end" -> {
                if (dead > 0) {
                    dead--;
                } else {
                    sequences.pop();
                    blocks.pop().measure();
                }
            }
            default -> {
                if (dead == 0 && !skipping(stacks)) {
                    sequence().nodes.add(node(instruction, in));
                }
            }
        }
    }

    /** Whether the instruction stood where nothing is reached; one that ends a sequence did not. */
    private boolean skipping(ExpressionStacks stacks) {
        Sequence sequence = sequence();
        if (sequence.endless) {
            return true;
        }
        sequence.endless = stacks.isUnreachable();
        return false;
    }

    private void opened(Instruction instruction, InstructionReader in, ExpressionStacks stacks) {
        if (dead > 0 || sequence().endless) {
            dead++;
            return;
        }
        Sequence around = sequence();
        Block block =
                open(opcode(instruction), in.start(0), in.end(), stacks.frame(0).labelTypes());
        around.nodes.add(block);
    }

    private static int opcode(Instruction instruction) {
        return switch (instruction.name) {
            case "loop" -> Block.LOOP;
            case "if" -> Block.IF;
            default -> 0x02;
        };
    }

    private Node node(Instruction instruction, InstructionReader in) {
        return switch (instruction.name) {
            case "local.get" -> new LocalAccess(LocalAccess.GET, in.value(0));
            case "local.set" -> new LocalAccess(0x21, in.value(0));
            case "local.tee" -> new LocalAccess(0x22, in.value(0));
            case "br" -> branch(Branch.BR, in.value(0));
            case "br_if" -> branch(0x0d, in.value(0));
            case "br_on_null" -> branch(0xd5, in.value(0));
            case "br_on_non_null" -> branch(0xd6, in.value(0));
            case "return" -> new Branch(Branch.BR, List.of(blocks.getLast()));
            case "br_table" -> table(in);
            case "br_on_cast", "br_on_cast_fail" -> {
                splittable = false;
                yield new Plain(in.start(), in.end(), false);
            }
            case "unreachable", "throw", "throw_ref" -> new Plain(in.start(), in.end(), true);
            default -> new Plain(in.start(), in.end(), false);
        };
    }

    private Branch branch(int opcode, int label) {
        return new Branch(opcode, List.of(target(label)));
    }

    private Branch table(InstructionReader in) {
        List<Block> targets = new ArrayList<>(in.size());
        List<Block> open = List.copyOf(blocks);
        for (int i = 0; i < in.size(); i++) {
            targets.add(open.get(in.list()[i]));
        }
        return new Branch(Branch.TABLE, targets);
    }

    private Block target(int label) {
        int left = label;
        for (Block each : blocks) {
            if (left-- == 0) {
                return each;
            }
        }
        throw new IllegalArgumentException("label " + label + " of " + blocks.size());
    }
}
