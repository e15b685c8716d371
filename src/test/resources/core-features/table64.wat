(module
  (table i64 1 funcref) (elem (i64.const 0) $g)
  (func $g (result i32) (i32.const 42))
  (func (export "f") (result i32) (call_indirect (result i32) (i64.const 0))))
