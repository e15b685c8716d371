package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Finds instructions by their opcodes; made of the {@link InstructionTable} when it is first used. */
final class InstructionSet {

    private static final int FIRST_PREFIX = 0xfb;
    private static final int LAST_PREFIX = 0xfe;
    private static final int MOST_NUMBERS = 0x114;
    private static final int[] NO_TYPES = {};

    private static final Map<String, Integer> TYPES =
            Map.of(
                    "i32", TypeCode.I32,
                    "i64", TypeCode.I64,
                    "f32", TypeCode.F32,
                    "f64", TypeCode.F64,
                    "v128", TypeCode.V128,
                    "addr", Instruction.ADDRESS);

    private static final @Nullable Instruction[] PLAIN = new Instruction[256];
    private static final @Nullable Instruction[][] PREFIXED = new Instruction[4][MOST_NUMBERS];
    private static final List<int[]> UNSUPPORTED = new ArrayList<>();
    private static final List<String> FEATURES = new ArrayList<>();

    static {
        add(InstructionTable.CONTROL, Instruction.Rules.CONTROL);
        add(InstructionTable.VARIABLE, Instruction.Rules.VARIABLE);
        add(InstructionTable.TABLE, Instruction.Rules.TABLE);
        add(InstructionTable.REFERENCE, Instruction.Rules.REFERENCE);
        add(InstructionTable.AGGREGATE, Instruction.Rules.AGGREGATE);
        add(InstructionTable.NUMERIC, Instruction.Rules.OPERANDS);
        add(InstructionTable.ATOMIC, Instruction.Rules.OPERANDS);
        add(VectorTable.VECTOR, Instruction.Rules.OPERANDS);
        add(VectorTable.RELAXED, Instruction.Rules.OPERANDS);
        InstructionTable.UNSUPPORTED.lines().forEach(InstructionSet::addUnsupported);
    }

    private InstructionSet() {}

    /** Reads an opcode. */
    static Instruction read(BinaryReader in) {
        int start = in.position();
        int opcode = in.u8();
        if (opcode < FIRST_PREFIX) {
            Instruction found = PLAIN[opcode];
            if (found == null) {
                throw unknown(start, opcode, -1);
            }
            return found;
        }
        if (opcode > LAST_PREFIX) {
            throw unknown(start, opcode, -1);
        }
        int number = in.index();
        Instruction found = number < MOST_NUMBERS ? PREFIXED[opcode - FIRST_PREFIX][number] : null;
        if (found == null) {
            throw unknown(start, opcode, number);
        }
        return found;
    }

    private static RuntimeException unknown(int start, int opcode, int number) {
        for (int i = 0; i < UNSUPPORTED.size(); i++) {
            int[] range = UNSUPPORTED.get(i);
            boolean hit =
                    number < 0
                            ? range.length == 2 && opcode >= range[0] && opcode <= range[1]
                            : range.length == 3
                                    && opcode == range[0]
                                    && number >= range[1]
                                    && number <= range[2];
            if (hit) {
                return new UnsupportedFeature(start, FEATURES.get(i));
            }
        }
        String bytes =
                Integer.toHexString(opcode) + (number < 0 ? "" : " " + Integer.toHexString(number));
        return new MalformedBinary(start, "0x" + bytes + " is no known instruction");
    }

    private static void addUnsupported(String row) {
        String[] cells = row.split("\\|", -1);
        int[] range = new int[cells[0].strip().split(" ", -1).length];
        int i = 0;
        for (String each : cells[0].strip().split(" ", -1)) {
            range[i++] = Integer.parseInt(each, 16);
        }
        UNSUPPORTED.add(range);
        FEATURES.add(cells[1].strip());
    }

    private static void add(String table, Instruction.Rules rules) {
        for (String row : table.split("\n", -1)) {
            if (!row.isBlank()) {
                addRow(row.split("\\|", -1), rules);
            }
        }
    }

    private static void addRow(String[] cells, Instruction.Rules rules) {
        List<String> names = words(cells[3]);
        boolean constant = names.remove("const");
        List<String> opcode = words(cells[0]);
        int first = Integer.parseInt(opcode.get(opcode.size() - 1), 16);
        boolean ruled = !cells[2].contains("->");
        // Made once a row: instructions share what nobody writes to.
        Immediate[] immediates = immediates(cells[1]);
        int[] bounds = bounds(cells[1], immediates.length);
        int[] params = ruled ? NO_TYPES : types(cells[2], 0);
        int[] results = ruled ? NO_TYPES : types(cells[2], 1);
        for (int i = 0; i < names.size(); i++) {
            Instruction instruction =
                    new Instruction(
                            names.get(i),
                            ruled ? rules : Instruction.Rules.OPERANDS,
                            immediates,
                            bounds,
                            params,
                            results,
                            constant);
            if (opcode.size() == 1) {
                put(PLAIN, first + i, instruction);
            } else {
                int prefix = Integer.parseInt(opcode.get(0), 16);
                put(PREFIXED[prefix - FIRST_PREFIX], first + i, instruction);
            }
        }
    }

    private static void put(@Nullable Instruction[] into, int place, Instruction instruction) {
        Instruction before = into[place];
        if (before != null) {
            throw new IllegalStateException(before + " and " + instruction + " have one opcode");
        }
        into[place] = instruction;
    }

    private static List<String> words(String cell) {
        List<String> words = new ArrayList<>();
        for (StringTokenizer each = new StringTokenizer(cell, " "); each.hasMoreTokens(); ) {
            words.add(each.nextToken());
        }
        return words;
    }

    private static Immediate[] immediates(String cell) {
        List<Immediate> found = new ArrayList<>();
        for (String word : words(cell)) {
            if (!isNumber(word)) {
                found.add(Immediate.of(word));
            }
        }
        return found.toArray(new Immediate[0]);
    }

    private static int[] bounds(String cell, int immediates) {
        int[] bounds = new int[immediates];
        int at = -1;
        for (String word : words(cell)) {
            if (isNumber(word)) {
                bounds[at] = Integer.parseInt(word);
            } else {
                at++;
            }
        }
        return bounds;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    private static int[] types(String cell, int side) {
        int arrow = cell.indexOf("->");
        List<String> words =
                words(side == 0 ? cell.substring(0, arrow) : cell.substring(arrow + 2));
        int[] types = new int[words.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = TYPES.getOrDefault(words.get(i), 0);
        }
        return types;
    }
}
