package dev.tamias.engine.binary;

/** The vector instructions, relaxed ones included, in the form of the {@link InstructionTable}. */
final class VectorTable {

    static final String VECTOR =
            """
            fd 00 | mem_arg 16 | addr -> v128      | v128.load
            fd 01 | mem_arg 8  | addr -> v128      | v128.load8x8_s v128.load8x8_u
            fd 03 | mem_arg 8  | addr -> v128      | v128.load16x4_s v128.load16x4_u
            fd 05 | mem_arg 8  | addr -> v128      | v128.load32x2_s v128.load32x2_u
            fd 07 | mem_arg 1  | addr -> v128      | v128.load8_splat
            fd 08 | mem_arg 2  | addr -> v128      | v128.load16_splat
            fd 09 | mem_arg 4  | addr -> v128      | v128.load32_splat
            fd 0a | mem_arg 8  | addr -> v128      | v128.load64_splat
            fd 0b | mem_arg 16 | addr v128 ->      | v128.store
            fd 0c | v128       | -> v128           | v128.const const
            fd 0d | lanes 32   | v128 v128 -> v128 | i8x16.shuffle
            fd 0e |            | v128 v128 -> v128 | i8x16.swizzle
            fd 0f |            | i32 -> v128       | i8x16.splat i16x8.splat i32x4.splat
            fd 12 |            | i64 -> v128       | i64x2.splat
            fd 13 |            | f32 -> v128       | f32x4.splat
            fd 14 |            | f64 -> v128       | f64x2.splat
            fd 15 | lane 16    | v128 -> i32       | i8x16.extract_lane_s i8x16.extract_lane_u
            fd 17 | lane 16    | v128 i32 -> v128  | i8x16.replace_lane
            fd 18 | lane 8     | v128 -> i32       | i16x8.extract_lane_s i16x8.extract_lane_u
            fd 1a | lane 8     | v128 i32 -> v128  | i16x8.replace_lane
            fd 1b | lane 4     | v128 -> i32       | i32x4.extract_lane
            fd 1c | lane 4     | v128 i32 -> v128  | i32x4.replace_lane
            fd 1d | lane 2     | v128 -> i64       | i64x2.extract_lane
            fd 1e | lane 2     | v128 i64 -> v128  | i64x2.replace_lane
            fd 1f | lane 4     | v128 -> f32       | f32x4.extract_lane
            fd 20 | lane 4     | v128 f32 -> v128  | f32x4.replace_lane
            fd 21 | lane 2     | v128 -> f64       | f64x2.extract_lane
            fd 22 | lane 2     | v128 f64 -> v128  | f64x2.replace_lane
            fd 23 |            | v128 v128 -> v128 | i8x16.eq i8x16.ne i8x16.lt_s i8x16.lt_u
            fd 27 |            | v128 v128 -> v128 | i8x16.gt_s i8x16.gt_u i8x16.le_s i8x16.le_u
            fd 2b |            | v128 v128 -> v128 | i8x16.ge_s i8x16.ge_u
            fd 2d |            | v128 v128 -> v128 | i16x8.eq i16x8.ne i16x8.lt_s i16x8.lt_u
            fd 31 |            | v128 v128 -> v128 | i16x8.gt_s i16x8.gt_u i16x8.le_s i16x8.le_u
            fd 35 |            | v128 v128 -> v128 | i16x8.ge_s i16x8.ge_u
            fd 37 |            | v128 v128 -> v128 | i32x4.eq i32x4.ne i32x4.lt_s i32x4.lt_u
            fd 3b |            | v128 v128 -> v128 | i32x4.gt_s i32x4.gt_u i32x4.le_s i32x4.le_u
            fd 3f |            | v128 v128 -> v128 | i32x4.ge_s i32x4.ge_u
            fd 41 |            | v128 v128 -> v128 | f32x4.eq f32x4.ne f32x4.lt f32x4.gt
            fd 45 |            | v128 v128 -> v128 | f32x4.le f32x4.ge
            fd 47 |            | v128 v128 -> v128 | f64x2.eq f64x2.ne f64x2.lt f64x2.gt
            fd 4b |            | v128 v128 -> v128 | f64x2.le f64x2.ge
            fd 4d |            | v128 -> v128      | v128.not
            fd 4e |            | v128 v128 -> v128 | v128.and v128.andnot v128.or v128.xor
            fd 52 |            | v128 v128 v128 -> v128 | v128.bitselect
            fd 53 |            | v128 -> i32       | v128.any_true
            fd 54 | mem_arg 1 lane 16 | addr v128 -> v128 | v128.load8_lane
            fd 55 | mem_arg 2 lane 8  | addr v128 -> v128 | v128.load16_lane
            fd 56 | mem_arg 4 lane 4  | addr v128 -> v128 | v128.load32_lane
            fd 57 | mem_arg 8 lane 2  | addr v128 -> v128 | v128.load64_lane
            fd 58 | mem_arg 1 lane 16 | addr v128 -> | v128.store8_lane
            fd 59 | mem_arg 2 lane 8  | addr v128 -> | v128.store16_lane
            fd 5a | mem_arg 4 lane 4  | addr v128 -> | v128.store32_lane
            fd 5b | mem_arg 8 lane 2  | addr v128 -> | v128.store64_lane
            fd 5c | mem_arg 4  | addr -> v128      | v128.load32_zero
            fd 5d | mem_arg 8  | addr -> v128      | v128.load64_zero
            fd 5e |            | v128 -> v128      | f32x4.demote_f64x2_zero
            fd 5f |            | v128 -> v128      | f64x2.promote_low_f32x4
            fd 60 |            | v128 -> v128      | i8x16.abs i8x16.neg i8x16.popcnt
            fd 63 |            | v128 -> i32       | i8x16.all_true i8x16.bitmask
            fd 65 |            | v128 v128 -> v128 | i8x16.narrow_i16x8_s i8x16.narrow_i16x8_u
            fd 67 |            | v128 -> v128      | f32x4.ceil f32x4.floor f32x4.trunc
            fd 6a |            | v128 -> v128      | f32x4.nearest
            fd 6b |            | v128 i32 -> v128  | i8x16.shl i8x16.shr_s i8x16.shr_u
            fd 6e |            | v128 v128 -> v128 | i8x16.add i8x16.add_sat_s i8x16.add_sat_u
            fd 71 |            | v128 v128 -> v128 | i8x16.sub i8x16.sub_sat_s i8x16.sub_sat_u
            fd 74 |            | v128 -> v128      | f64x2.ceil f64x2.floor
            fd 76 |            | v128 v128 -> v128 | i8x16.min_s i8x16.min_u i8x16.max_s i8x16.max_u
            fd 7a |            | v128 -> v128      | f64x2.trunc
            fd 7b |            | v128 v128 -> v128 | i8x16.avgr_u
            fd 7c |            | v128 -> v128      | i16x8.extadd_pairwise_i8x16_s
            fd 7d |            | v128 -> v128      | i16x8.extadd_pairwise_i8x16_u
            fd 7e |            | v128 -> v128      | i32x4.extadd_pairwise_i16x8_s
            fd 7f |            | v128 -> v128      | i32x4.extadd_pairwise_i16x8_u
            fd 80 |            | v128 -> v128      | i16x8.abs i16x8.neg
            fd 82 |            | v128 v128 -> v128 | i16x8.q15mulr_sat_s
            fd 83 |            | v128 -> i32       | i16x8.all_true i16x8.bitmask
            fd 85 |            | v128 v128 -> v128 | i16x8.narrow_i32x4_s i16x8.narrow_i32x4_u
            fd 87 |            | v128 -> v128      | i16x8.extend_low_i8x16_s i16x8.extend_high_i8x16_s
            fd 89 |            | v128 -> v128      | i16x8.extend_low_i8x16_u i16x8.extend_high_i8x16_u
            fd 8b |            | v128 i32 -> v128  | i16x8.shl i16x8.shr_s i16x8.shr_u
            fd 8e |            | v128 v128 -> v128 | i16x8.add i16x8.add_sat_s i16x8.add_sat_u
            fd 91 |            | v128 v128 -> v128 | i16x8.sub i16x8.sub_sat_s i16x8.sub_sat_u
            fd 94 |            | v128 -> v128      | f64x2.nearest
            fd 95 |            | v128 v128 -> v128 | i16x8.mul
            fd 96 |            | v128 v128 -> v128 | i16x8.min_s i16x8.min_u i16x8.max_s i16x8.max_u
            fd 9b |            | v128 v128 -> v128 | i16x8.avgr_u
            fd 9c |            | v128 v128 -> v128 | i16x8.extmul_low_i8x16_s i16x8.extmul_high_i8x16_s
            fd 9e |            | v128 v128 -> v128 | i16x8.extmul_low_i8x16_u i16x8.extmul_high_i8x16_u
            fd a0 |            | v128 -> v128      | i32x4.abs i32x4.neg
            fd a3 |            | v128 -> i32       | i32x4.all_true i32x4.bitmask
            fd a7 |            | v128 -> v128      | i32x4.extend_low_i16x8_s i32x4.extend_high_i16x8_s
            fd a9 |            | v128 -> v128      | i32x4.extend_low_i16x8_u i32x4.extend_high_i16x8_u
            fd ab |            | v128 i32 -> v128  | i32x4.shl i32x4.shr_s i32x4.shr_u
            fd ae |            | v128 v128 -> v128 | i32x4.add
            fd b1 |            | v128 v128 -> v128 | i32x4.sub
            fd b5 |            | v128 v128 -> v128 | i32x4.mul
            fd b6 |            | v128 v128 -> v128 | i32x4.min_s i32x4.min_u i32x4.max_s i32x4.max_u
            fd ba |            | v128 v128 -> v128 | i32x4.dot_i16x8_s
            fd bc |            | v128 v128 -> v128 | i32x4.extmul_low_i16x8_s i32x4.extmul_high_i16x8_s
            fd be |            | v128 v128 -> v128 | i32x4.extmul_low_i16x8_u i32x4.extmul_high_i16x8_u
            fd c0 |            | v128 -> v128      | i64x2.abs i64x2.neg
            fd c3 |            | v128 -> i32       | i64x2.all_true i64x2.bitmask
            fd c7 |            | v128 -> v128      | i64x2.extend_low_i32x4_s i64x2.extend_high_i32x4_s
            fd c9 |            | v128 -> v128      | i64x2.extend_low_i32x4_u i64x2.extend_high_i32x4_u
            fd cb |            | v128 i32 -> v128  | i64x2.shl i64x2.shr_s i64x2.shr_u
            fd ce |            | v128 v128 -> v128 | i64x2.add
            fd d1 |            | v128 v128 -> v128 | i64x2.sub
            fd d5 |            | v128 v128 -> v128 | i64x2.mul
            fd d6 |            | v128 v128 -> v128 | i64x2.eq i64x2.ne i64x2.lt_s i64x2.gt_s
            fd da |            | v128 v128 -> v128 | i64x2.le_s i64x2.ge_s
            fd dc |            | v128 v128 -> v128 | i64x2.extmul_low_i32x4_s i64x2.extmul_high_i32x4_s
            fd de |            | v128 v128 -> v128 | i64x2.extmul_low_i32x4_u i64x2.extmul_high_i32x4_u
            fd e0 |            | v128 -> v128      | f32x4.abs f32x4.neg
            fd e3 |            | v128 -> v128      | f32x4.sqrt
            fd e4 |            | v128 v128 -> v128 | f32x4.add f32x4.sub f32x4.mul f32x4.div
            fd e8 |            | v128 v128 -> v128 | f32x4.min f32x4.max f32x4.pmin f32x4.pmax
            fd ec |            | v128 -> v128      | f64x2.abs f64x2.neg
            fd ef |            | v128 -> v128      | f64x2.sqrt
            fd f0 |            | v128 v128 -> v128 | f64x2.add f64x2.sub f64x2.mul f64x2.div
            fd f4 |            | v128 v128 -> v128 | f64x2.min f64x2.max f64x2.pmin f64x2.pmax
            fd f8 |            | v128 -> v128      | i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u
            fd fa |            | v128 -> v128      | f32x4.convert_i32x4_s f32x4.convert_i32x4_u
            fd fc |            | v128 -> v128      | i32x4.trunc_sat_f64x2_s_zero
            fd fd |            | v128 -> v128      | i32x4.trunc_sat_f64x2_u_zero
            fd fe |            | v128 -> v128      | f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u
            """;

    static final String RELAXED =
            """
            fd 100 |       | v128 v128 -> v128 | i8x16.relaxed_swizzle
            fd 101 |       | v128 -> v128 | i32x4.relaxed_trunc_f32x4_s i32x4.relaxed_trunc_f32x4_u
            fd 103 |       | v128 -> v128 | i32x4.relaxed_trunc_f64x2_s_zero
            fd 104 |       | v128 -> v128 | i32x4.relaxed_trunc_f64x2_u_zero
            fd 105 |       | v128 v128 v128 -> v128 | f32x4.relaxed_madd f32x4.relaxed_nmadd
            fd 107 |       | v128 v128 v128 -> v128 | f64x2.relaxed_madd f64x2.relaxed_nmadd
            fd 109 |       | v128 v128 v128 -> v128 | i8x16.relaxed_laneselect
            fd 10a |       | v128 v128 v128 -> v128 | i16x8.relaxed_laneselect
            fd 10b |       | v128 v128 v128 -> v128 | i32x4.relaxed_laneselect
            fd 10c |       | v128 v128 v128 -> v128 | i64x2.relaxed_laneselect
            fd 10d |       | v128 v128 -> v128 | f32x4.relaxed_min f32x4.relaxed_max
            fd 10f |       | v128 v128 -> v128 | f64x2.relaxed_min f64x2.relaxed_max
            fd 111 |       | v128 v128 -> v128 | i16x8.relaxed_q15mulr_s
            fd 112 |       | v128 v128 -> v128 | i16x8.relaxed_dot_i8x16_i7x16_s
            fd 113 |       | v128 v128 v128 -> v128 | i32x4.relaxed_dot_i8x16_i7x16_add_s
            """;

    private VectorTable() {}
}
