;; Lowered imports as elements of tables: called by the module that put them there, by the one that
;; owns the table, and by a third, each with its own types.

(component definition $hosts
  (import "host-return-two" (func $two (result u32)))
  (import "host-echo-u32" (func $echo (param "v" u32) (result u32)))

  ;; A function of another component, lowered as well; it takes two and gives a string's length.
  (component $other
    (core module $m
      (func (export "add") (param i64 f64) (result f64)
        (f64.add (f64.convert_i64_s (local.get 0)) (local.get 1))))
    (core instance $m (instantiate $m))
    (func (export "add") (param "a" s64) (param "b" f64) (result f64)
      (canon lift (core func $m "add"))))
  (instance $other (instantiate $other))

  ;; The user of these. It stands beside the other component, since a component may not call into one
  ;; of its own.
  (component $user
    (import "host-return-two" (func $two (result u32)))
    (import "host-echo-u32" (func $echo (param "v" u32) (result u32)))
    (import "add" (func $add (param "a" s64) (param "b" f64) (result f64)))
    (core func $two (canon lower (func $two)))
    (core func $echo (canon lower (func $echo)))
    (core func $add (canon lower (func $add)))

    (core module $owner
      (type $add (func (param i64 f64) (result f64)))
      (type $two (func (result i32)))
      (table (export "table") 6 6 funcref)
      (func (export "two") (param i32) (result i32) (call_indirect (type $two) (local.get 0)))
      (func (export "add") (param i32 i64 f64) (result f64)
        (call_indirect (type $add) (local.get 1) (local.get 2) (local.get 0))))
    (core instance $owner (instantiate $owner))

    (core module $filler
      (import "" "table" (table 6 6 funcref))
      (import "" "echo" (func $echo (param i32) (result i32)))
      (import "" "add" (func $add (param i64 f64) (result f64)))
      (import "" "two" (func $two (result i32)))
      (elem (i32.const 0) func $echo $add $two)
      (export "echo-again" (func $echo))
      (export "two-again" (func $two))
      (func (export "echo") (param i32 i32) (result i32)
        (call_indirect (param i32) (result i32) (local.get 1) (local.get 0))))
    (core instance $filler (instantiate $filler (with "" (instance
      (export "table" (table $owner "table"))
      (export "echo" (func $echo))
      (export "add" (func $add))
      (export "two" (func $two))))))

    ;; A lowered import that was imported, exported again, and is called or put in by a third.
    (core module $third
      (type (func (param f32 f32 f32)))
      (type $echo (func (param i32) (result i32)))
      (import "filler" "two-again" (func $two (result i32)))
      (import "filler" "echo-again" (func $echo (type $echo)))
      (import "owner" "table" (table 6 funcref))
      (elem (i32.const 3) func $echo $two)
      (func (export "echo") (param i32 i32) (result i32)
        (call_indirect (type $echo) (local.get 1) (local.get 0)))
      (func (export "direct") (param i32) (result i32)
        (i32.add (call $two) (call $echo (local.get 0)))))
    (core instance $third (instantiate $third
      (with "filler" (instance $filler))
      (with "owner" (instance $owner))))

    (func (export "two") (param "i" u32) (result u32) (canon lift (core func $owner "two")))
    (func (export "add") (param "i" u32) (param "a" s64) (param "b" f64) (result f64)
      (canon lift (core func $owner "add")))
    (func (export "echo") (param "i" u32) (param "v" u32) (result u32)
      (canon lift (core func $filler "echo")))
    (func (export "echo-third") (param "i" u32) (param "v" u32) (result u32)
      (canon lift (core func $third "echo")))
    (func (export "direct") (param "v" u32) (result u32) (canon lift (core func $third "direct"))))
  (instance $user (instantiate $user
    (with "host-return-two" (func $two))
    (with "host-echo-u32" (func $echo))
    (with "add" (func $other "add"))))
  (export "two" (func $user "two"))
  (export "add" (func $user "add"))
  (export "echo" (func $user "echo"))
  (export "echo-third" (func $user "echo-third"))
  (export "direct" (func $user "direct")))

(component instance $i $hosts)
(assert_return (invoke "two" (u32.const 2)) (u32.const 2))
(assert_return (invoke "two" (u32.const 4)) (u32.const 2))
(assert_return (invoke "add" (u32.const 1) (s64.const -3) (f64.const 0.5)) (f64.const -2.5))
(assert_return (invoke "echo" (u32.const 0) (u32.const 4000000000)) (u32.const 4000000000))
(assert_return (invoke "echo" (u32.const 3) (u32.const 5)) (u32.const 5))
(assert_return (invoke "echo-third" (u32.const 0) (u32.const 6)) (u32.const 6))
(assert_return (invoke "echo-third" (u32.const 3) (u32.const 7)) (u32.const 7))
(assert_return (invoke "direct" (u32.const 40)) (u32.const 42))
(assert_trap (invoke "echo" (u32.const 2) (u32.const 5)) "indirect call type mismatch")
(component instance $j $hosts)
(assert_trap (invoke "two" (u32.const 5)) "uninitialized element")
