;; Each instruction once, one a line.
(module
  (type $nothing (func))
  (type $struct (struct (field i8) (field (mut i32))))
  (type $bytes (array (mut i8)))
  (type $numbers (array (mut i32)))
  (type $references (array (mut funcref)))
  (memory 1)
  (table $table 1 funcref)
  (global $global (mut i32) (i32.const 0))
  (tag $tag)
  (elem $elem func $nothing)
  (data $data "")
  (func $nothing)
  ;; Those with rules of their own: in unreachable code they take whatever they like.
  (func (result i32)
    block (result i32)
    loop (result i32)
    i32.const 0
    if (result i32)
    i32.const 0
    else
    unreachable
    end
    end
    end
    drop
    block
    try_table (catch_all 0)
    end
    end
    block
    throw $tag
    end
    block
    unreachable
    throw_ref
    end
    block
    br 0
    end
    block
    i32.const 0
    br_if 0
    end
    block
    i32.const 0
    br_table 0 0
    end
    call $nothing
    i32.const 0
    call_indirect $table (type $nothing)
    ref.null $nothing
    call_ref $nothing
    block
    unreachable
    br_on_null 0
    drop
    end
    block (result (ref func))
    unreachable
    br_on_non_null 0
    unreachable
    end
    drop
    block (result funcref)
    unreachable
    br_on_cast 0 funcref (ref $nothing)
    br_on_cast_fail 0 funcref (ref $nothing)
    end
    drop
    i32.const 0
    return
  )
  (func
    return_call $nothing
  )
  (func
    i32.const 0
    return_call_indirect $table (type $nothing)
  )
  (func
    ref.null $nothing
    return_call_ref $nothing
  )
  (func (local i32 funcref)
    local.get 0
    local.set 0
    i32.const 0
    local.tee 0
    global.set $global
    global.get $global
    i32.const 0
    i32.const 0
    select
    i32.const 0
    i32.const 0
    select (result i32)
    drop
    i32.const 0
    table.get $table
    local.set 1
    unreachable
    table.set $table
    table.init $table $elem
    elem.drop $elem
    table.copy
    table.grow $table
    drop
    table.size $table
    drop
    table.fill $table
    memory.init $data
    data.drop $data
    memory.copy
  )
  (func
    ref.null func
    ref.is_null
    drop
    ref.func $nothing
    ref.as_non_null
    drop
    unreachable
    ref.eq
    drop
    unreachable
    ref.test (ref $nothing)
    drop
    unreachable
    ref.test (ref null $nothing)
    drop
    unreachable
    ref.cast (ref $nothing)
    drop
    unreachable
    ref.cast (ref null $nothing)
    drop
    unreachable
    any.convert_extern
    extern.convert_any
    drop
    i32.const 0
    ref.i31
    i31.get_s
    drop
    unreachable
    i31.get_u
    drop
    unreachable
    struct.new $struct
    struct.get_s $struct 0
    drop
    struct.new_default $struct
    struct.get_u $struct 0
    drop
    unreachable
    struct.get $struct 1
    drop
    unreachable
    struct.set $struct 1
    array.new $bytes
    drop
    array.new_default $bytes
    drop
    array.new_fixed $bytes 2
    drop
    array.new_data $bytes $data
    drop
    array.new_elem $references $elem
    drop
    array.get $numbers
    drop
    unreachable
    array.get_s $bytes
    drop
    unreachable
    array.get_u $bytes
    drop
    unreachable
    array.set $bytes
    array.len
    drop
    unreachable
    array.fill $bytes
    array.copy $bytes $bytes
    array.init_data $bytes $data
    array.init_elem $references $elem
  )
  ;; Those that the table says all of.
  (func (param) (result)
    nop
  )
  (func (param i32) (result i32)
    local.get 0
    i32.load
  )
  (func (param i32) (result i64)
    local.get 0
    i64.load
  )
  (func (param i32) (result f32)
    local.get 0
    f32.load
  )
  (func (param i32) (result f64)
    local.get 0
    f64.load
  )
  (func (param i32) (result i32)
    local.get 0
    i32.load8_s
  )
  (func (param i32) (result i32)
    local.get 0
    i32.load8_u
  )
  (func (param i32) (result i32)
    local.get 0
    i32.load16_s
  )
  (func (param i32) (result i32)
    local.get 0
    i32.load16_u
  )
  (func (param i32) (result i64)
    local.get 0
    i64.load8_s
  )
  (func (param i32) (result i64)
    local.get 0
    i64.load8_u
  )
  (func (param i32) (result i64)
    local.get 0
    i64.load16_s
  )
  (func (param i32) (result i64)
    local.get 0
    i64.load16_u
  )
  (func (param i32) (result i64)
    local.get 0
    i64.load32_s
  )
  (func (param i32) (result i64)
    local.get 0
    i64.load32_u
  )
  (func (param i32 i32) (result)
    local.get 0
    local.get 1
    i32.store
  )
  (func (param i32 i64) (result)
    local.get 0
    local.get 1
    i64.store
  )
  (func (param i32 f32) (result)
    local.get 0
    local.get 1
    f32.store
  )
  (func (param i32 f64) (result)
    local.get 0
    local.get 1
    f64.store
  )
  (func (param i32 i32) (result)
    local.get 0
    local.get 1
    i32.store8
  )
  (func (param i32 i32) (result)
    local.get 0
    local.get 1
    i32.store16
  )
  (func (param i32 i64) (result)
    local.get 0
    local.get 1
    i64.store8
  )
  (func (param i32 i64) (result)
    local.get 0
    local.get 1
    i64.store16
  )
  (func (param i32 i64) (result)
    local.get 0
    local.get 1
    i64.store32
  )
  (func (param) (result i32)
    memory.size
  )
  (func (param i32) (result i32)
    local.get 0
    memory.grow
  )
  (func (param) (result i32)
    i32.const -2
  )
  (func (param) (result i64)
    i64.const -2
  )
  (func (param) (result f32)
    f32.const 1.5
  )
  (func (param) (result f64)
    f64.const 1.5
  )
  (func (param i32) (result i32)
    local.get 0
    i32.eqz
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.eq
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.ne
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.lt_s
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.lt_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.gt_s
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.gt_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.le_s
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.le_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.ge_s
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.ge_u
  )
  (func (param i64) (result i32)
    local.get 0
    i64.eqz
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.eq
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.ne
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.lt_s
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.lt_u
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.gt_s
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.gt_u
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.le_s
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.le_u
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.ge_s
  )
  (func (param i64 i64) (result i32)
    local.get 0
    local.get 1
    i64.ge_u
  )
  (func (param f32 f32) (result i32)
    local.get 0
    local.get 1
    f32.eq
  )
  (func (param f32 f32) (result i32)
    local.get 0
    local.get 1
    f32.ne
  )
  (func (param f32 f32) (result i32)
    local.get 0
    local.get 1
    f32.lt
  )
  (func (param f32 f32) (result i32)
    local.get 0
    local.get 1
    f32.gt
  )
  (func (param f32 f32) (result i32)
    local.get 0
    local.get 1
    f32.le
  )
  (func (param f32 f32) (result i32)
    local.get 0
    local.get 1
    f32.ge
  )
  (func (param f64 f64) (result i32)
    local.get 0
    local.get 1
    f64.eq
  )
  (func (param f64 f64) (result i32)
    local.get 0
    local.get 1
    f64.ne
  )
  (func (param f64 f64) (result i32)
    local.get 0
    local.get 1
    f64.lt
  )
  (func (param f64 f64) (result i32)
    local.get 0
    local.get 1
    f64.gt
  )
  (func (param f64 f64) (result i32)
    local.get 0
    local.get 1
    f64.le
  )
  (func (param f64 f64) (result i32)
    local.get 0
    local.get 1
    f64.ge
  )
  (func (param i32) (result i32)
    local.get 0
    i32.clz
  )
  (func (param i32) (result i32)
    local.get 0
    i32.ctz
  )
  (func (param i32) (result i32)
    local.get 0
    i32.popcnt
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.add
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.sub
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.mul
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.div_s
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.div_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.rem_s
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.rem_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.and
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.or
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.xor
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.shl
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.shr_s
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.shr_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.rotl
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.rotr
  )
  (func (param i64) (result i64)
    local.get 0
    i64.clz
  )
  (func (param i64) (result i64)
    local.get 0
    i64.ctz
  )
  (func (param i64) (result i64)
    local.get 0
    i64.popcnt
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.add
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.sub
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.mul
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.div_s
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.div_u
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.rem_s
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.rem_u
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.and
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.or
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.xor
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.shl
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.shr_s
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.shr_u
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.rotl
  )
  (func (param i64 i64) (result i64)
    local.get 0
    local.get 1
    i64.rotr
  )
  (func (param f32) (result f32)
    local.get 0
    f32.abs
  )
  (func (param f32) (result f32)
    local.get 0
    f32.neg
  )
  (func (param f32) (result f32)
    local.get 0
    f32.ceil
  )
  (func (param f32) (result f32)
    local.get 0
    f32.floor
  )
  (func (param f32) (result f32)
    local.get 0
    f32.trunc
  )
  (func (param f32) (result f32)
    local.get 0
    f32.nearest
  )
  (func (param f32) (result f32)
    local.get 0
    f32.sqrt
  )
  (func (param f32 f32) (result f32)
    local.get 0
    local.get 1
    f32.add
  )
  (func (param f32 f32) (result f32)
    local.get 0
    local.get 1
    f32.sub
  )
  (func (param f32 f32) (result f32)
    local.get 0
    local.get 1
    f32.mul
  )
  (func (param f32 f32) (result f32)
    local.get 0
    local.get 1
    f32.div
  )
  (func (param f32 f32) (result f32)
    local.get 0
    local.get 1
    f32.min
  )
  (func (param f32 f32) (result f32)
    local.get 0
    local.get 1
    f32.max
  )
  (func (param f32 f32) (result f32)
    local.get 0
    local.get 1
    f32.copysign
  )
  (func (param f64) (result f64)
    local.get 0
    f64.abs
  )
  (func (param f64) (result f64)
    local.get 0
    f64.neg
  )
  (func (param f64) (result f64)
    local.get 0
    f64.ceil
  )
  (func (param f64) (result f64)
    local.get 0
    f64.floor
  )
  (func (param f64) (result f64)
    local.get 0
    f64.trunc
  )
  (func (param f64) (result f64)
    local.get 0
    f64.nearest
  )
  (func (param f64) (result f64)
    local.get 0
    f64.sqrt
  )
  (func (param f64 f64) (result f64)
    local.get 0
    local.get 1
    f64.add
  )
  (func (param f64 f64) (result f64)
    local.get 0
    local.get 1
    f64.sub
  )
  (func (param f64 f64) (result f64)
    local.get 0
    local.get 1
    f64.mul
  )
  (func (param f64 f64) (result f64)
    local.get 0
    local.get 1
    f64.div
  )
  (func (param f64 f64) (result f64)
    local.get 0
    local.get 1
    f64.min
  )
  (func (param f64 f64) (result f64)
    local.get 0
    local.get 1
    f64.max
  )
  (func (param f64 f64) (result f64)
    local.get 0
    local.get 1
    f64.copysign
  )
  (func (param i64) (result i32)
    local.get 0
    i32.wrap_i64
  )
  (func (param f32) (result i32)
    local.get 0
    i32.trunc_f32_s
  )
  (func (param f32) (result i32)
    local.get 0
    i32.trunc_f32_u
  )
  (func (param f64) (result i32)
    local.get 0
    i32.trunc_f64_s
  )
  (func (param f64) (result i32)
    local.get 0
    i32.trunc_f64_u
  )
  (func (param i32) (result i64)
    local.get 0
    i64.extend_i32_s
  )
  (func (param i32) (result i64)
    local.get 0
    i64.extend_i32_u
  )
  (func (param f32) (result i64)
    local.get 0
    i64.trunc_f32_s
  )
  (func (param f32) (result i64)
    local.get 0
    i64.trunc_f32_u
  )
  (func (param f64) (result i64)
    local.get 0
    i64.trunc_f64_s
  )
  (func (param f64) (result i64)
    local.get 0
    i64.trunc_f64_u
  )
  (func (param i32) (result f32)
    local.get 0
    f32.convert_i32_s
  )
  (func (param i32) (result f32)
    local.get 0
    f32.convert_i32_u
  )
  (func (param i64) (result f32)
    local.get 0
    f32.convert_i64_s
  )
  (func (param i64) (result f32)
    local.get 0
    f32.convert_i64_u
  )
  (func (param f64) (result f32)
    local.get 0
    f32.demote_f64
  )
  (func (param i32) (result f64)
    local.get 0
    f64.convert_i32_s
  )
  (func (param i32) (result f64)
    local.get 0
    f64.convert_i32_u
  )
  (func (param i64) (result f64)
    local.get 0
    f64.convert_i64_s
  )
  (func (param i64) (result f64)
    local.get 0
    f64.convert_i64_u
  )
  (func (param f32) (result f64)
    local.get 0
    f64.promote_f32
  )
  (func (param f32) (result i32)
    local.get 0
    i32.reinterpret_f32
  )
  (func (param f64) (result i64)
    local.get 0
    i64.reinterpret_f64
  )
  (func (param i32) (result f32)
    local.get 0
    f32.reinterpret_i32
  )
  (func (param i64) (result f64)
    local.get 0
    f64.reinterpret_i64
  )
  (func (param i32) (result i32)
    local.get 0
    i32.extend8_s
  )
  (func (param i32) (result i32)
    local.get 0
    i32.extend16_s
  )
  (func (param i64) (result i64)
    local.get 0
    i64.extend8_s
  )
  (func (param i64) (result i64)
    local.get 0
    i64.extend16_s
  )
  (func (param i64) (result i64)
    local.get 0
    i64.extend32_s
  )
  (func (param f32) (result i32)
    local.get 0
    i32.trunc_sat_f32_s
  )
  (func (param f32) (result i32)
    local.get 0
    i32.trunc_sat_f32_u
  )
  (func (param f64) (result i32)
    local.get 0
    i32.trunc_sat_f64_s
  )
  (func (param f64) (result i32)
    local.get 0
    i32.trunc_sat_f64_u
  )
  (func (param f32) (result i64)
    local.get 0
    i64.trunc_sat_f32_s
  )
  (func (param f32) (result i64)
    local.get 0
    i64.trunc_sat_f32_u
  )
  (func (param f64) (result i64)
    local.get 0
    i64.trunc_sat_f64_s
  )
  (func (param f64) (result i64)
    local.get 0
    i64.trunc_sat_f64_u
  )
  (func (param i32 i32 i32) (result)
    local.get 0
    local.get 1
    local.get 2
    memory.fill
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load8x8_s
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load8x8_u
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load16x4_s
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load16x4_u
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load32x2_s
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load32x2_u
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load8_splat
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load16_splat
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load32_splat
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load64_splat
  )
  (func (param i32 v128) (result)
    local.get 0
    local.get 1
    v128.store
  )
  (func (param) (result v128)
    v128.const i64x2 1 2
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 31
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.swizzle
  )
  (func (param i32) (result v128)
    local.get 0
    i8x16.splat
  )
  (func (param i32) (result v128)
    local.get 0
    i16x8.splat
  )
  (func (param i32) (result v128)
    local.get 0
    i32x4.splat
  )
  (func (param i64) (result v128)
    local.get 0
    i64x2.splat
  )
  (func (param f32) (result v128)
    local.get 0
    f32x4.splat
  )
  (func (param f64) (result v128)
    local.get 0
    f64x2.splat
  )
  (func (param v128) (result i32)
    local.get 0
    i8x16.extract_lane_s 15
  )
  (func (param v128) (result i32)
    local.get 0
    i8x16.extract_lane_u 15
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i8x16.replace_lane 15
  )
  (func (param v128) (result i32)
    local.get 0
    i16x8.extract_lane_s 7
  )
  (func (param v128) (result i32)
    local.get 0
    i16x8.extract_lane_u 7
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i16x8.replace_lane 7
  )
  (func (param v128) (result i32)
    local.get 0
    i32x4.extract_lane 3
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i32x4.replace_lane 3
  )
  (func (param v128) (result i64)
    local.get 0
    i64x2.extract_lane 1
  )
  (func (param v128 i64) (result v128)
    local.get 0
    local.get 1
    i64x2.replace_lane 1
  )
  (func (param v128) (result f32)
    local.get 0
    f32x4.extract_lane 3
  )
  (func (param v128 f32) (result v128)
    local.get 0
    local.get 1
    f32x4.replace_lane 3
  )
  (func (param v128) (result f64)
    local.get 0
    f64x2.extract_lane 1
  )
  (func (param v128 f64) (result v128)
    local.get 0
    local.get 1
    f64x2.replace_lane 1
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.eq
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.ne
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.lt_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.lt_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.gt_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.gt_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.le_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.le_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.ge_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.ge_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.eq
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.ne
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.lt_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.lt_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.gt_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.gt_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.le_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.le_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.ge_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.ge_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.eq
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.ne
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.lt_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.lt_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.gt_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.gt_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.le_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.le_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.ge_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.ge_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.eq
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.ne
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.lt
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.gt
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.le
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.ge
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.eq
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.ne
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.lt
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.gt
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.le
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.ge
  )
  (func (param v128) (result v128)
    local.get 0
    v128.not
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    v128.and
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    v128.andnot
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    v128.or
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    v128.xor
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    v128.bitselect
  )
  (func (param v128) (result i32)
    local.get 0
    v128.any_true
  )
  (func (param i32 v128) (result v128)
    local.get 0
    local.get 1
    v128.load8_lane 15
  )
  (func (param i32 v128) (result v128)
    local.get 0
    local.get 1
    v128.load16_lane 7
  )
  (func (param i32 v128) (result v128)
    local.get 0
    local.get 1
    v128.load32_lane 3
  )
  (func (param i32 v128) (result v128)
    local.get 0
    local.get 1
    v128.load64_lane 1
  )
  (func (param i32 v128) (result)
    local.get 0
    local.get 1
    v128.store8_lane 15
  )
  (func (param i32 v128) (result)
    local.get 0
    local.get 1
    v128.store16_lane 7
  )
  (func (param i32 v128) (result)
    local.get 0
    local.get 1
    v128.store32_lane 3
  )
  (func (param i32 v128) (result)
    local.get 0
    local.get 1
    v128.store64_lane 1
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load32_zero
  )
  (func (param i32) (result v128)
    local.get 0
    v128.load64_zero
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.demote_f64x2_zero
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.promote_low_f32x4
  )
  (func (param v128) (result v128)
    local.get 0
    i8x16.abs
  )
  (func (param v128) (result v128)
    local.get 0
    i8x16.neg
  )
  (func (param v128) (result v128)
    local.get 0
    i8x16.popcnt
  )
  (func (param v128) (result i32)
    local.get 0
    i8x16.all_true
  )
  (func (param v128) (result i32)
    local.get 0
    i8x16.bitmask
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.narrow_i16x8_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.narrow_i16x8_u
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.ceil
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.floor
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.trunc
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.nearest
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i8x16.shl
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i8x16.shr_s
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i8x16.shr_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.add
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.add_sat_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.add_sat_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.sub
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.sub_sat_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.sub_sat_u
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.ceil
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.floor
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.min_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.min_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.max_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.max_u
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.trunc
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.avgr_u
  )
  (func (param v128) (result v128)
    local.get 0
    i16x8.extadd_pairwise_i8x16_s
  )
  (func (param v128) (result v128)
    local.get 0
    i16x8.extadd_pairwise_i8x16_u
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.extadd_pairwise_i16x8_s
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.extadd_pairwise_i16x8_u
  )
  (func (param v128) (result v128)
    local.get 0
    i16x8.abs
  )
  (func (param v128) (result v128)
    local.get 0
    i16x8.neg
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.q15mulr_sat_s
  )
  (func (param v128) (result i32)
    local.get 0
    i16x8.all_true
  )
  (func (param v128) (result i32)
    local.get 0
    i16x8.bitmask
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.narrow_i32x4_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.narrow_i32x4_u
  )
  (func (param v128) (result v128)
    local.get 0
    i16x8.extend_low_i8x16_s
  )
  (func (param v128) (result v128)
    local.get 0
    i16x8.extend_high_i8x16_s
  )
  (func (param v128) (result v128)
    local.get 0
    i16x8.extend_low_i8x16_u
  )
  (func (param v128) (result v128)
    local.get 0
    i16x8.extend_high_i8x16_u
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i16x8.shl
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i16x8.shr_s
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i16x8.shr_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.add
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.add_sat_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.add_sat_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.sub
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.sub_sat_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.sub_sat_u
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.nearest
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.mul
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.min_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.min_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.max_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.max_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.avgr_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.extmul_low_i8x16_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.extmul_high_i8x16_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.extmul_low_i8x16_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.extmul_high_i8x16_u
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.abs
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.neg
  )
  (func (param v128) (result i32)
    local.get 0
    i32x4.all_true
  )
  (func (param v128) (result i32)
    local.get 0
    i32x4.bitmask
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.extend_low_i16x8_s
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.extend_high_i16x8_s
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.extend_low_i16x8_u
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.extend_high_i16x8_u
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i32x4.shl
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i32x4.shr_s
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i32x4.shr_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.add
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.sub
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.mul
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.min_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.min_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.max_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.max_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.dot_i16x8_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.extmul_low_i16x8_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.extmul_high_i16x8_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.extmul_low_i16x8_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i32x4.extmul_high_i16x8_u
  )
  (func (param v128) (result v128)
    local.get 0
    i64x2.abs
  )
  (func (param v128) (result v128)
    local.get 0
    i64x2.neg
  )
  (func (param v128) (result i32)
    local.get 0
    i64x2.all_true
  )
  (func (param v128) (result i32)
    local.get 0
    i64x2.bitmask
  )
  (func (param v128) (result v128)
    local.get 0
    i64x2.extend_low_i32x4_s
  )
  (func (param v128) (result v128)
    local.get 0
    i64x2.extend_high_i32x4_s
  )
  (func (param v128) (result v128)
    local.get 0
    i64x2.extend_low_i32x4_u
  )
  (func (param v128) (result v128)
    local.get 0
    i64x2.extend_high_i32x4_u
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i64x2.shl
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i64x2.shr_s
  )
  (func (param v128 i32) (result v128)
    local.get 0
    local.get 1
    i64x2.shr_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.add
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.sub
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.mul
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.eq
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.ne
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.lt_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.gt_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.le_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.ge_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.extmul_low_i32x4_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.extmul_high_i32x4_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.extmul_low_i32x4_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i64x2.extmul_high_i32x4_u
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.abs
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.neg
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.sqrt
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.add
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.sub
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.mul
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.div
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.min
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.max
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.pmin
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.pmax
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.abs
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.neg
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.sqrt
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.add
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.sub
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.mul
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.div
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.min
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.max
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.pmin
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.pmax
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.trunc_sat_f32x4_s
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.trunc_sat_f32x4_u
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.convert_i32x4_s
  )
  (func (param v128) (result v128)
    local.get 0
    f32x4.convert_i32x4_u
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.trunc_sat_f64x2_s_zero
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.trunc_sat_f64x2_u_zero
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.convert_low_i32x4_s
  )
  (func (param v128) (result v128)
    local.get 0
    f64x2.convert_low_i32x4_u
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i8x16.relaxed_swizzle
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.relaxed_trunc_f32x4_s
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.relaxed_trunc_f32x4_u
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.relaxed_trunc_f64x2_s_zero
  )
  (func (param v128) (result v128)
    local.get 0
    i32x4.relaxed_trunc_f64x2_u_zero
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    f32x4.relaxed_madd
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    f32x4.relaxed_nmadd
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    f64x2.relaxed_madd
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    f64x2.relaxed_nmadd
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    i8x16.relaxed_laneselect
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    i16x8.relaxed_laneselect
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    i32x4.relaxed_laneselect
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    i64x2.relaxed_laneselect
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.relaxed_min
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f32x4.relaxed_max
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.relaxed_min
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    f64x2.relaxed_max
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.relaxed_q15mulr_s
  )
  (func (param v128 v128) (result v128)
    local.get 0
    local.get 1
    i16x8.relaxed_dot_i8x16_i7x16_s
  )
  (func (param v128 v128 v128) (result v128)
    local.get 0
    local.get 1
    local.get 2
    i32x4.relaxed_dot_i8x16_i7x16_add_s
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    memory.atomic.notify
  )
  (func (param i32 i32 i64) (result i32)
    local.get 0
    local.get 1
    local.get 2
    memory.atomic.wait32
  )
  (func (param i32 i64 i64) (result i32)
    local.get 0
    local.get 1
    local.get 2
    memory.atomic.wait64
  )
  (func (param) (result)
    atomic.fence
  )
  (func (param i32) (result i32)
    local.get 0
    i32.atomic.load
  )
  (func (param i32) (result i64)
    local.get 0
    i64.atomic.load
  )
  (func (param i32) (result i32)
    local.get 0
    i32.atomic.load8_u
  )
  (func (param i32) (result i32)
    local.get 0
    i32.atomic.load16_u
  )
  (func (param i32) (result i64)
    local.get 0
    i64.atomic.load8_u
  )
  (func (param i32) (result i64)
    local.get 0
    i64.atomic.load16_u
  )
  (func (param i32) (result i64)
    local.get 0
    i64.atomic.load32_u
  )
  (func (param i32 i32) (result)
    local.get 0
    local.get 1
    i32.atomic.store
  )
  (func (param i32 i64) (result)
    local.get 0
    local.get 1
    i64.atomic.store
  )
  (func (param i32 i32) (result)
    local.get 0
    local.get 1
    i32.atomic.store8
  )
  (func (param i32 i32) (result)
    local.get 0
    local.get 1
    i32.atomic.store16
  )
  (func (param i32 i64) (result)
    local.get 0
    local.get 1
    i64.atomic.store8
  )
  (func (param i32 i64) (result)
    local.get 0
    local.get 1
    i64.atomic.store16
  )
  (func (param i32 i64) (result)
    local.get 0
    local.get 1
    i64.atomic.store32
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw.add
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw.add
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw8.add_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw16.add_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw8.add_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw16.add_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw32.add_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw.sub
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw.sub
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw8.sub_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw16.sub_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw8.sub_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw16.sub_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw32.sub_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw.and
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw.and
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw8.and_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw16.and_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw8.and_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw16.and_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw32.and_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw.or
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw.or
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw8.or_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw16.or_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw8.or_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw16.or_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw32.or_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw.xor
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw.xor
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw8.xor_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw16.xor_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw8.xor_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw16.xor_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw32.xor_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw.xchg
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw.xchg
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw8.xchg_u
  )
  (func (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.atomic.rmw16.xchg_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw8.xchg_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw16.xchg_u
  )
  (func (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.atomic.rmw32.xchg_u
  )
  (func (param i32 i32 i32) (result i32)
    local.get 0
    local.get 1
    local.get 2
    i32.atomic.rmw.cmpxchg
  )
  (func (param i32 i64 i64) (result i64)
    local.get 0
    local.get 1
    local.get 2
    i64.atomic.rmw.cmpxchg
  )
  (func (param i32 i32 i32) (result i32)
    local.get 0
    local.get 1
    local.get 2
    i32.atomic.rmw8.cmpxchg_u
  )
  (func (param i32 i32 i32) (result i32)
    local.get 0
    local.get 1
    local.get 2
    i32.atomic.rmw16.cmpxchg_u
  )
  (func (param i32 i64 i64) (result i64)
    local.get 0
    local.get 1
    local.get 2
    i64.atomic.rmw8.cmpxchg_u
  )
  (func (param i32 i64 i64) (result i64)
    local.get 0
    local.get 1
    local.get 2
    i64.atomic.rmw16.cmpxchg_u
  )
  (func (param i32 i64 i64) (result i64)
    local.get 0
    local.get 1
    local.get 2
    i64.atomic.rmw32.cmpxchg_u
  )
)
