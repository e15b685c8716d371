;; price(cents, count) is cents * count with tax, which the host knows.
(component
  (import "demo:math/ops@1.0.0" (instance $ops
    (export "mul" (func (param "a" u32) (param "b" u32) (result u32)))
  ))
  (import "tax" (func $tax (param "cents" u32) (result u32)))
  (core func $mul (canon lower (func $ops "mul")))
  (core func $tax (canon lower (func $tax)))
  (core module $m
    (import "" "mul" (func $mul (param i32 i32) (result i32)))
    (import "" "tax" (func $tax (param i32) (result i32)))
    (func (export "price") (param i32 i32) (result i32)
      (local $net i32)
      (local.set $net (call $mul (local.get 0) (local.get 1)))
      (i32.add (local.get $net) (call $tax (local.get $net))))
  )
  (core instance $i (instantiate $m (with "" (instance
    (export "mul" (func $mul))
    (export "tax" (func $tax))
  ))))
  (func (export "price") (param "cents" u32) (param "count" u32) (result u32)
    (canon lift (core func $i "price")))
)
