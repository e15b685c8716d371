;; Every verdict but a crash. Most of these are to fail or to be skipped; ScriptRunnerTest says which.

(component $Good
  (core module $m (func (export "one") (result i32) (i32.const 1)))
  (core instance $i (instantiate $m))
  (func (export "one") (result u32) (canon lift (core func $i "one"))))
(assert_return (invoke "one") (u32.const 2))
(assert_return (invoke "one") (s32.const 1))
(assert_return (invoke "one" (u32.const 1)) (u32.const 1))
(assert_return (invoke "nobody") (u32.const 1))
(assert_trap (invoke "one") "unreachable")
(assert_invalid (component) "nothing is wrong")
(assert_unlinkable (component) "nothing is missing")
(assert_trap (component) "nothing traps")
(assert_return (invoke $Nobody "one") (u32.const 1))
(assert_return (invoke "one") (u32.const 1))

;; What a failed command was to make is missing, and what needs it fails too.
(component $unlinked (import "nobody-offers-this" (func)))
(assert_return (invoke "one") (u32.const 1))
(assert_return (invoke $Good "one") (u32.const 1))
(component (import "unlinked" (instance)))
(assert_unlinkable (component (import "unlinked" (instance))) "not found")

;; What a skipped command was to make is missing, and what needs it is skipped too.
(component $new
  (type $s (stream u8))
  (export "s" (type $s)))
(assert_return (invoke "one") (u32.const 1))
(component (import "new" (instance)))
(component instance $copy $new)
(assert_return (invoke $copy "one") (u32.const 1))
(register "copy")
(assert_invalid (component (type (stream char))) "not valid")
(assert_malformed (component quote "(componen)") "unknown token")

(assert_return (invoke $Good "one") (u32.const 1))
