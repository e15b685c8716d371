(module
  (memory 1)
  (func $g (param v128) (result v128) (local v128) (local.set 1 (local.get 0)) (i32x4.add (local.get 1) (v128.load (i32.const 0))))
  (func (export "f") (result i32) (i32.store (i32.const 4) (i32.const 40)) (i32x4.extract_lane 1 (call $g (v128.const i32x4 1 2 3 4)))))
