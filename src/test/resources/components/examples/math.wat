;; An instance of arithmetic, in version 1.0.2, for another component to import.
(component
  (core module $m
    (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
    (func (export "mul") (param i32 i32) (result i32) (i32.mul (local.get 0) (local.get 1)))
  )
  (core instance $m (instantiate $m))
  (func $add (param "a" u32) (param "b" u32) (result u32) (canon lift (core func $m "add")))
  (func $mul (param "a" u32) (param "b" u32) (result u32) (canon lift (core func $m "mul")))
  (instance $ops (export "add" (func $add)) (export "mul" (func $mul)))
  (export "demo:math/ops@1.0.2" (instance $ops))
)
