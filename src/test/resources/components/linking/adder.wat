;; Imports one function at the root and one of a versioned instance, and calls both.
(component
  (import "twice" (func $twice (param "n" u32) (result u32)))
  (import "tamias:linking/math@0.2.3" (instance $math
    (export "add" (func (param "left" u32) (param "right" u32) (result u32)))
  ))
  (core module $m
    (import "" "twice" (func $twice (param i32) (result i32)))
    (import "" "add" (func $add (param i32 i32) (result i32)))
    (func (export "run") (param i32) (result i32)
      (call $add (call $twice (local.get 0)) (i32.const 1)))
  )
  (core func $twice (canon lower (func $twice)))
  (core func $add (canon lower (func $math "add")))
  (core instance $i (instantiate $m (with "" (instance
    (export "twice" (func $twice))
    (export "add" (func $add))
  ))))
  (func (export "run") (param "n" u32) (result u32) (canon lift (core func $i "run")))
)
