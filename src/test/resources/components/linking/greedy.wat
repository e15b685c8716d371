;; A counter that imports what nobody gives it.
(component
  (import "start" (func $start (result u32)))
  (import "more" (func))
  (core func $start (canon lower (func $start)))
  (core module $m (func (export "next") (result i32) (i32.const 1)))
  (core instance $i (instantiate $m))
  (func (export "next") (result u32) (canon lift (core func $i "next")))
)
