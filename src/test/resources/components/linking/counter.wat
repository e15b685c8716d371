;; Counts from a number that it imports; exports more than most ask for.
(component
  (import "start" (func $start (result u32)))
  (core func $start (canon lower (func $start)))
  (core module $m
    (import "" "start" (func $start (result i32)))
    (global $count (mut i32) (i32.const 0))
    (func $init (global.set $count (call $start)))
    (start $init)
    (func (export "next") (result i32)
      (global.set $count (i32.add (global.get $count) (i32.const 1)))
      (global.get $count))
    (func (export "reset") (global.set $count (i32.const 0)))
  )
  (core instance $i (instantiate $m (with "" (instance (export "start" (func $start))))))
  (func (export "next") (result u32) (canon lift (core func $i "next")))
  (func (export "reset") (canon lift (core func $i "reset")))
)
