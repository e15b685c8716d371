;; Makes two instances of a component that it imports.
(component
  (import "counter" (component $Counter
    (import "start" (func (result u32)))
    (import "unused" (func))
    (export "next" (func (result u32)))
  ))
  (import "start-at" (func $start (result u32)))
  (import "unused" (func $unused))
  (instance $a (instantiate $Counter (with "start" (func $start)) (with "unused" (func $unused))))
  (instance $b (instantiate $Counter (with "start" (func $start)) (with "unused" (func $unused))))
  (export "a" (func $a "next"))
  (export "b" (func $b "next"))
)
