;; A component that calls out of realloc and of post-return, which it may not.
(component
  (import "note" (func $note))
  (core func $note (canon lower (func $note)))
  (core module $Main
    (import "" "note" (func $note))
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (call $note) (i32.const 0))
    (func (export "post-return") (param i32) (call $note))
    (func (export "run") (result i32) (call $note) (i32.const 7))
    (func (export "take") (param i32 i32)))
  (core instance $main (instantiate $Main (with "" (instance (export "note" (func $note))))))
  (alias core export $main "memory" (core memory $memory))
  (func (export "run") (result u32) (canon lift (core func $main "run")))
  (func (export "from-realloc") (param "text" string)
    (canon lift (core func $main "take") (memory (core memory $memory)) (realloc (core func $main "realloc"))))
  (func (export "from-post-return") (result u32)
    (canon lift (core func $main "run") (post-return (core func $main "post-return")))))
