package dev.tamias.engine.binary;

import dev.tamias.engine.binary.FunctionCode.Block;
import dev.tamias.engine.binary.FunctionCode.Branch;
import dev.tamias.engine.binary.FunctionCode.LocalAccess;
import dev.tamias.engine.binary.FunctionCode.Node;
import dev.tamias.engine.binary.FunctionCode.Plain;
import dev.tamias.engine.binary.FunctionCode.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Writes the bodies of a function and of what was outlined from it. */
final class FunctionCodeWriter {

    private static final int BLOCK = 0x02;
    private static final int END = 0x0b;
    private static final int RETURN = 0x0f;
    private static final int CALL = 0x10;
    private static final int LOCAL_GET = 0x20;
    private static final int LOCAL_SET = 0x21;
    private static final int GLOBAL_GET = 0x23;
    private static final int GLOBAL_SET = 0x24;
    private static final int I32_CONST = 0x41;
    private static final int NO_TYPE = 0x40;

    private final byte[] source;
    private final FunctionCode code;
    private final AddedTypes types;
    private final ReturnRegisters registers;
    private BinaryWriter out = new BinaryWriter(0);

    /** The number that each local has in the function that is written. */
    private int[] numbers = {};

    /** What the labels of the open blocks stand for, the innermost at the end. */
    private final List<Object> labels = new ArrayList<>();

    FunctionCodeWriter(
            byte[] source, FunctionCode code, AddedTypes types, ReturnRegisters registers) {
        this.source = source;
        this.code = code;
        this.types = types;
        this.registers = registers;
    }

    /**
     * What is left of the function.
     *
     * @param params how many of its locals are parameters
     */
    byte[] function(int params) {
        numbers = new int[code.locals.length];
        int[] declared = new int[code.locals.length - params];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
            if (i >= params) {
                declared[i - params] = i;
            }
        }
        start(declared);
        labels.add(code.root);
        sequence(code.root.body);
        return out.u8(END).toBytes();
    }

    private void start(int[] declared) {
        labels.clear();
        out = new BinaryWriter(4096);
        List<int[]> groups = new ArrayList<>();
        for (int each : declared) {
            int type = code.locals[each];
            int[] last = groups.isEmpty() ? new int[] {0, 0} : groups.get(groups.size() - 1);
            if (last[1] == type) {
                last[0]++;
            } else {
                groups.add(new int[] {1, type});
            }
        }
        out.u32(groups.size());
        groups.forEach(group -> out.u32(group[0]).u8(group[1]));
    }

    /** A function that was outlined. */
    byte[] function(Outlined outlined) {
        numbers = new int[code.locals.length];
        int number = 0;
        for (int each : outlined.params()) {
            numbers[each] = number++;
        }
        for (int each : outlined.others()) {
            numbers[each] = number++;
        }
        start(outlined.others());
        for (int i = outlined.exits().size() - 1; i >= 0; i--) {
            Block exit = outlined.exits().get(i);
            out.u8(BLOCK);
            blockType(exit.labelTypes);
            labels.add(exit);
        }
        sequence(outlined.code());
        int way = 0;
        if (outlined.falls()) {
            leave(outlined, new int[0], way++);
        }
        for (Block exit : outlined.exits()) {
            labels.remove(labels.size() - 1);
            out.u8(END);
            leave(outlined, exit.labelTypes, way++);
        }
        return out.u8(END).toBytes();
    }

    /** Leaves an outlined function, the values of a branch on the stack. */
    private void leave(Outlined outlined, int[] values, int way) {
        if (outlined.isDirect()) {
            out.u8(LOCAL_GET).u32(numbers[outlined.results()[0]]).u8(RETURN);
            return;
        }
        ReturnRegisters.Allocation allocation = registers.new Allocation();
        int[] results = allocation.next(typesOf(outlined.results()));
        int[] branch = allocation.next(values);
        for (int i = branch.length - 1; i >= 0; i--) {
            out.u8(GLOBAL_SET).u32(branch[i]);
        }
        for (int i = 0; i < results.length; i++) {
            out.u8(LOCAL_GET).u32(numbers[outlined.results()[i]]);
            out.u8(GLOBAL_SET).u32(results[i]);
        }
        if (outlined.hasCode()) {
            out.u8(I32_CONST).signed(way);
        }
        out.u8(RETURN);
    }

    int[] typesOf(int[] locals) {
        int[] found = new int[locals.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = code.locals[locals[i]];
        }
        return found;
    }

    private void blockType(int[] results) {
        if (results.length == 0) {
            out.u8(NO_TYPE);
        } else if (results.length == 1) {
            out.u8(results[0]);
        } else {
            out.signed(types.index(new int[0], results));
        }
    }

    private void sequence(Sequence sequence) {
        sequence.nodes.forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof Plain plain) {
            out.bytes(source, plain.start(), plain.end());
        } else if (node instanceof LocalAccess access) {
            out.u8(access.opcode()).u32(numbers[access.local()]);
        } else if (node instanceof Branch branch) {
            branch(branch);
        } else if (node instanceof Block block) {
            block(block);
        } else if (node instanceof Outlined outlined) {
            call(outlined);
        }
    }

    private void branch(Branch branch) {
        out.u8(branch.opcode());
        if (branch.opcode() == Branch.TABLE) {
            out.u32(branch.targets().size() - 1);
        }
        branch.targets().forEach(this::label);
    }

    private void label(Object target) {
        out.u32(labels.size() - 1 - labels.lastIndexOf(target));
    }

    private void block(Block block) {
        out.u8(block.opcode).bytes(source, block.typeStart, block.typeEnd);
        labels.add(block);
        sequence(block.body);
        if (block.otherwise != null) {
            out.u8(Block.ELSE);
            sequence(block.otherwise);
        }
        labels.remove(labels.size() - 1);
        out.u8(END);
    }

    /**
     * Calls an outlined function, fetches the locals that it has changed and goes the way that it was
     * left. A way with values first fetches them, in a block of its own.
     */
    private void call(Outlined outlined) {
        List<Object> ways = new ArrayList<>();
        if (outlined.hasCode()) {
            open(outlined, ways);
        }
        for (int each : outlined.params()) {
            out.u8(LOCAL_GET).u32(numbers[each]);
        }
        out.u8(CALL).u32(outlined.function());
        if (outlined.isDirect()) {
            out.u8(LOCAL_SET).u32(numbers[outlined.results()[0]]);
            return;
        }
        int[] results = registers.new Allocation().next(typesOf(outlined.results()));
        for (int i = 0; i < results.length; i++) {
            out.u8(GLOBAL_GET).u32(results[i]);
            out.u8(LOCAL_SET).u32(numbers[outlined.results()[i]]);
        }
        if (outlined.hasCode()) {
            out.u8(Branch.TABLE).u32(ways.size() - 1);
            ways.forEach(this::label);
            close(outlined);
        } else if (!outlined.exits().isEmpty()) {
            go(outlined, outlined.exits().get(0));
        } else if (!outlined.falls()) {
            out.u8(0x00);
        }
    }

    /** Opens the blocks around a call, and says where each way leads at first. */
    private void open(Outlined outlined, List<Object> ways) {
        if (outlined.falls()) {
            ways.add(outlined);
            out.u8(BLOCK).u8(NO_TYPE);
            labels.add(outlined);
        }
        for (Block exit : outlined.exits()) {
            if (exit.labelTypes.length == 0) {
                ways.add(exit);
            } else {
                Object way = new Object();
                ways.add(way);
                out.u8(BLOCK).u8(NO_TYPE);
                labels.add(way);
            }
        }
    }

    private void close(Outlined outlined) {
        for (int i = outlined.exits().size() - 1; i >= 0; i--) {
            Block exit = outlined.exits().get(i);
            if (exit.labelTypes.length > 0) {
                labels.remove(labels.size() - 1);
                out.u8(END);
                go(outlined, exit);
            }
        }
        if (outlined.falls()) {
            labels.remove(labels.size() - 1);
            out.u8(END);
        }
    }

    /** Branches to an exit, with the values that were left for it. */
    private void go(Outlined outlined, Block exit) {
        ReturnRegisters.Allocation allocation = registers.new Allocation();
        allocation.next(typesOf(outlined.results()));
        for (int global : allocation.next(exit.labelTypes)) {
            out.u8(GLOBAL_GET).u32(global);
        }
        out.u8(Branch.BR);
        label(exit);
    }
}
