(module
  (func (export "f") (result i32) (i32x4.extract_lane 1 (i32x4.relaxed_trunc_f32x4_s (v128.const f32x4 1 42 3 4)))))
