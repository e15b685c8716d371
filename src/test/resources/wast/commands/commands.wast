;; Every type of command once, on components; all of them pass.

(component definition $Counter
  (core module $m
    (global $n (mut i32) (i32.const 0))
    (func (export "bump") (result i32)
      (global.set $n (i32.add (global.get $n) (i32.const 1)))
      (global.get $n))
    (func (export "fail") unreachable)
    (func $deep (export "deep") (call $deep)))
  (core instance $i (instantiate $m))
  (func (export "bump") (result u32) (canon lift (core func $i "bump")))
  (func (export "fail") (canon lift (core func $i "fail")))
  (func (export "deep") (canon lift (core func $i "deep"))))

;; Two instances of one definition count for themselves.
(component instance $first $Counter)
(assert_return (invoke "bump") (u32.const 1))
(assert_return (invoke "bump") (u32.const 2))
(component instance $second $Counter)
(assert_return (invoke "bump") (u32.const 1))
(assert_return (invoke $first "bump") (u32.const 3))
(invoke $second "bump")
(assert_return (invoke $second "bump") (u32.const 3))

;; A trap poisons its instance, and no other.
(assert_trap (invoke "fail") "unreachable")
(assert_trap (invoke "bump") "cannot enter component instance")
(assert_return (invoke $first "bump") (u32.const 4))
(assert_exhaustion (invoke $first "deep") "call stack exhausted")
(assert_trap (invoke $first "bump") "cannot enter component instance")

;; A named instance can be imported from, and so can one that is registered.
(component $seven
  (core module $m (func (export "seven") (result i32) (i32.const 7)))
  (core instance $i (instantiate $m))
  (func (export "seven") (result u32) (canon lift (core func $i "seven"))))
(register "lucky")
(component
  (import "seven" (instance $named (export "seven" (func (result u32)))))
  (import "lucky" (instance $registered (export "seven" (func (result u32)))))
  (alias export $named "seven" (func $f))
  (alias export $registered "seven" (func $g))
  (export "through-name" (func $f))
  (export "through-registration" (func $g)))
(assert_return (invoke "through-name") (u32.const 7))
(assert_return (invoke "through-registration") (u32.const 7))

(assert_invalid
  (component (export "f" (func 0)))
  "unknown func")
(assert_malformed
  (component binary "\00asm" "\0d\00\01\00" "\63\00")
  "unknown section")
(assert_unlinkable
  (component (import "nobody-offers-this" (func)))
  "not found")
(assert_trap
  (component
    (core module $m (func $start unreachable) (start $start))
    (core instance (instantiate $m)))
  "unreachable")
