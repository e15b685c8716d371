package dev.tamias.engine.binary;

/**
 * All instructions, as the appendix "Index of Instructions" of the core specification lists them. A
 * row has an opcode (with a prefix a number as well), its immediates, its operands and results, and
 * its name. Where several names stand there, they are those of the opcodes from that one on.
 *
 * <p>{@code addr} is the address type of the memory or table. A number behind {@code mem_arg} is the
 * bytes of the access. {@code const} marks what a constant expression may have. A row without an
 * arrow has a rule of its own, in the class that is named above it.
 */
final class InstructionTable {

    /** Rules: {@link ControlRules}. */
    static final String CONTROL =
            """
            00    |                        |               | unreachable
            01    |                        | ->            | nop
            02    | block_type             |               | block
            03    | block_type             |               | loop
            04    | block_type             |               | if
            05    |                        |               | else
            08    | tag                    |               | throw
            0a    |                        |               | throw_ref
            0b    |                        |               | end const
            0c    | label                  |               | br
            0d    | label                  |               | br_if
            0e    | labels                 |               | br_table
            0f    |                        |               | return
            10    | func                   |               | call
            11    | type table             |               | call_indirect
            12    | func                   |               | return_call
            13    | type table             |               | return_call_indirect
            14    | type                   |               | call_ref
            15    | type                   |               | return_call_ref
            1f    | block_type catches     |               | try_table
            d5    | label                  |               | br_on_null
            d6    | label                  |               | br_on_non_null
            fb 18 | cast_flags label heap_type heap_type | | br_on_cast br_on_cast_fail
            """;

    /** Rules: {@link VariableRules}. */
    static final String VARIABLE =
            """
            1a    |                        |               | drop
            1b    |                        |               | select
            1c    | val_types              |               | select
            20    | local                  |               | local.get local.set local.tee
            23    | global                 |               | global.get const
            24    | global                 |               | global.set
            """;

    /** Rules: {@link TableRules}. */
    static final String TABLE =
            """
            25    | table                  |               | table.get table.set
            fc 0c | elem table             |               | table.init
            fc 0d | elem                   |               | elem.drop
            fc 0e | table table            |               | table.copy
            fc 0f | table                  |               | table.grow table.size table.fill
            3f    | memory                 | -> addr       | memory.size
            40    | memory                 | addr -> addr  | memory.grow
            fc 08 | data memory            |               | memory.init
            fc 09 | data                   |               | data.drop
            fc 0a | memory memory          |               | memory.copy
            fc 0b | memory                 | addr i32 addr -> | memory.fill
            """;

    /** Rules: {@link ReferenceRules}. */
    static final String REFERENCE =
            """
            d0    | heap_type              |               | ref.null const
            d1    |                        |               | ref.is_null
            d2    | func                   |               | ref.func const
            d3    |                        |               | ref.eq
            d4    |                        |               | ref.as_non_null
            fb 14 | heap_type              |               | ref.test ref.test_null
            fb 16 | heap_type              |               | ref.cast ref.cast_null
            fb 1a |                        |               | any.convert_extern const
            fb 1b |                        |               | extern.convert_any const
            fb 1c |                        |               | ref.i31 const
            fb 1d |                        |               | i31.get_s i31.get_u
            """;

    /** Rules: {@link AggregateRules}. */
    static final String AGGREGATE =
            """
            fb 00 | type                   |               | struct.new const
            fb 01 | type                   |               | struct.new_default const
            fb 02 | type field             |               | struct.get struct.get_s struct.get_u
            fb 05 | type field             |               | struct.set
            fb 06 | type                   |               | array.new const
            fb 07 | type                   |               | array.new_default const
            fb 08 | type count             |               | array.new_fixed const
            fb 09 | type data              |               | array.new_data
            fb 0a | type elem              |               | array.new_elem
            fb 0b | type                   |               | array.get array.get_s array.get_u
            fb 0e | type                   |               | array.set
            fb 0f |                        |               | array.len
            fb 10 | type                   |               | array.fill
            fb 11 | type type              |               | array.copy
            fb 12 | type data              |               | array.init_data
            fb 13 | type elem              |               | array.init_elem
            """;

    static final String NUMERIC =
            """
            28 | mem_arg 4 | addr -> i32    | i32.load
            29 | mem_arg 8 | addr -> i64    | i64.load
            2a | mem_arg 4 | addr -> f32    | f32.load
            2b | mem_arg 8 | addr -> f64    | f64.load
            2c | mem_arg 1 | addr -> i32    | i32.load8_s i32.load8_u
            2e | mem_arg 2 | addr -> i32    | i32.load16_s i32.load16_u
            30 | mem_arg 1 | addr -> i64    | i64.load8_s i64.load8_u
            32 | mem_arg 2 | addr -> i64    | i64.load16_s i64.load16_u
            34 | mem_arg 4 | addr -> i64    | i64.load32_s i64.load32_u
            36 | mem_arg 4 | addr i32 ->    | i32.store
            37 | mem_arg 8 | addr i64 ->    | i64.store
            38 | mem_arg 4 | addr f32 ->    | f32.store
            39 | mem_arg 8 | addr f64 ->    | f64.store
            3a | mem_arg 1 | addr i32 ->    | i32.store8
            3b | mem_arg 2 | addr i32 ->    | i32.store16
            3c | mem_arg 1 | addr i64 ->    | i64.store8
            3d | mem_arg 2 | addr i64 ->    | i64.store16
            3e | mem_arg 4 | addr i64 ->    | i64.store32
            41 | i32       | -> i32         | i32.const const
            42 | i64       | -> i64         | i64.const const
            43 | f32       | -> f32         | f32.const const
            44 | f64       | -> f64         | f64.const const
            45 |           | i32 -> i32     | i32.eqz
            46 |           | i32 i32 -> i32 | i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s
            4b |           | i32 i32 -> i32 | i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u
            50 |           | i64 -> i32     | i64.eqz
            51 |           | i64 i64 -> i32 | i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s
            56 |           | i64 i64 -> i32 | i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u
            5b |           | f32 f32 -> i32 | f32.eq f32.ne f32.lt f32.gt f32.le f32.ge
            61 |           | f64 f64 -> i32 | f64.eq f64.ne f64.lt f64.gt f64.le f64.ge
            67 |           | i32 -> i32     | i32.clz i32.ctz i32.popcnt
            6a |           | i32 i32 -> i32 | i32.add const
            6b |           | i32 i32 -> i32 | i32.sub const
            6c |           | i32 i32 -> i32 | i32.mul const
            6d |           | i32 i32 -> i32 | i32.div_s i32.div_u i32.rem_s i32.rem_u
            71 |           | i32 i32 -> i32 | i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u
            77 |           | i32 i32 -> i32 | i32.rotl i32.rotr
            79 |           | i64 -> i64     | i64.clz i64.ctz i64.popcnt
            7c |           | i64 i64 -> i64 | i64.add const
            7d |           | i64 i64 -> i64 | i64.sub const
            7e |           | i64 i64 -> i64 | i64.mul const
            7f |           | i64 i64 -> i64 | i64.div_s i64.div_u i64.rem_s i64.rem_u
            83 |           | i64 i64 -> i64 | i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u
            89 |           | i64 i64 -> i64 | i64.rotl i64.rotr
            8b |           | f32 -> f32     | f32.abs f32.neg f32.ceil f32.floor f32.trunc
            90 |           | f32 -> f32     | f32.nearest f32.sqrt
            92 |           | f32 f32 -> f32 | f32.add f32.sub f32.mul f32.div f32.min f32.max
            98 |           | f32 f32 -> f32 | f32.copysign
            99 |           | f64 -> f64     | f64.abs f64.neg f64.ceil f64.floor f64.trunc
            9e |           | f64 -> f64     | f64.nearest f64.sqrt
            a0 |           | f64 f64 -> f64 | f64.add f64.sub f64.mul f64.div f64.min f64.max
            a6 |           | f64 f64 -> f64 | f64.copysign
            a7 |           | i64 -> i32     | i32.wrap_i64
            a8 |           | f32 -> i32     | i32.trunc_f32_s i32.trunc_f32_u
            aa |           | f64 -> i32     | i32.trunc_f64_s i32.trunc_f64_u
            ac |           | i32 -> i64     | i64.extend_i32_s i64.extend_i32_u
            ae |           | f32 -> i64     | i64.trunc_f32_s i64.trunc_f32_u
            b0 |           | f64 -> i64     | i64.trunc_f64_s i64.trunc_f64_u
            b2 |           | i32 -> f32     | f32.convert_i32_s f32.convert_i32_u
            b4 |           | i64 -> f32     | f32.convert_i64_s f32.convert_i64_u
            b6 |           | f64 -> f32     | f32.demote_f64
            b7 |           | i32 -> f64     | f64.convert_i32_s f64.convert_i32_u
            b9 |           | i64 -> f64     | f64.convert_i64_s f64.convert_i64_u
            bb |           | f32 -> f64     | f64.promote_f32
            bc |           | f32 -> i32     | i32.reinterpret_f32
            bd |           | f64 -> i64     | i64.reinterpret_f64
            be |           | i32 -> f32     | f32.reinterpret_i32
            bf |           | i64 -> f64     | f64.reinterpret_i64
            c0 |           | i32 -> i32     | i32.extend8_s i32.extend16_s
            c2 |           | i64 -> i64     | i64.extend8_s i64.extend16_s i64.extend32_s
            fc 00 |        | f32 -> i32     | i32.trunc_sat_f32_s i32.trunc_sat_f32_u
            fc 02 |        | f64 -> i32     | i32.trunc_sat_f64_s i32.trunc_sat_f64_u
            fc 04 |        | f32 -> i64     | i64.trunc_sat_f32_s i64.trunc_sat_f32_u
            fc 06 |        | f64 -> i64     | i64.trunc_sat_f64_s i64.trunc_sat_f64_u
            """;

    /** The threads proposal: shared memories and what is done to them at once. */
    static final String ATOMIC =
            """
            fe 00 | mem_arg 4 | addr i32 -> i32     | memory.atomic.notify
            fe 01 | mem_arg 4 | addr i32 i64 -> i32 | memory.atomic.wait32
            fe 02 | mem_arg 8 | addr i64 i64 -> i32 | memory.atomic.wait64
            fe 03 | zero      | ->                  | atomic.fence
            """
                    + atomics(0x10, "addr -> %1$s", "%1$s.atomic.load%2$s%3$s")
                    + atomics(0x17, "addr %1$s ->", "%1$s.atomic.store%2$s")
                    + atomics(0x1e, "addr %1$s -> %1$s", "%1$s.atomic.rmw%2$s.add%3$s")
                    + atomics(0x25, "addr %1$s -> %1$s", "%1$s.atomic.rmw%2$s.sub%3$s")
                    + atomics(0x2c, "addr %1$s -> %1$s", "%1$s.atomic.rmw%2$s.and%3$s")
                    + atomics(0x33, "addr %1$s -> %1$s", "%1$s.atomic.rmw%2$s.or%3$s")
                    + atomics(0x3a, "addr %1$s -> %1$s", "%1$s.atomic.rmw%2$s.xor%3$s")
                    + atomics(0x41, "addr %1$s -> %1$s", "%1$s.atomic.rmw%2$s.xchg%3$s")
                    + atomics(0x48, "addr %1$s %1$s -> %1$s", "%1$s.atomic.rmw%2$s.cmpxchg%3$s");

    /** Opcodes of proposals that are not run, so that they can be refused by name. */
    static final String UNSUPPORTED =
            """
            06 07 | legacy exception handling
            09 09 | legacy exception handling
            18 19 | legacy exception handling
            e0 e6 | stack switching
            fb 20 26 | custom descriptors
            fc 12 12 | memory control
            fc 13 16 | wide arithmetic
            fe 4f 77 | shared-everything threads
            """;

    private InstructionTable() {}

    /** The same on the seven widths that atomic instructions have, in the order of their opcodes. */
    private static String atomics(int first, String type, String name) {
        String[][] widths = {
            {"i32", "", "", "4"},
            {"i64", "", "", "8"},
            {"i32", "8", "_u", "1"},
            {"i32", "16", "_u", "2"},
            {"i64", "8", "_u", "1"},
            {"i64", "16", "_u", "2"},
            {"i64", "32", "_u", "4"},
        };
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String row = type + " | " + name;
            rows.append("fe " + Integer.toHexString(first + i) + " | mem_arg " + widths[i][3])
                    .append(" | ")
                    .append(
                            row.replace("%1$s", widths[i][0])
                                    .replace("%2$s", widths[i][1])
                                    .replace("%3$s", widths[i][2]))
                    .append('\n');
        }
        return rows.toString();
    }
}
