;; A shim's table that a fixup module fills; each module numbers its types its own way.

(component
  (import "host-return-two" (func $two (result u32)))
  (import "host-echo-u32" (func $echo (param "v" u32) (result u32)))

  (core module $shim
    (type $unused (func (param f64)))
    (type $take (func (param i32) (result i32)))
    (type $give (func (result i32)))
    (table (export "table") 2 2 funcref)
    (func (export "0") (type $give) (call_indirect (type $give) (i32.const 0)))
    (func (export "1") (type $take) (call_indirect (type $take) (local.get 0) (i32.const 1))))
  (core instance $shim (instantiate $shim))

  (core module $main
    (type (func (param i64 i64) (result f32)))
    (import "host" "two" (func $two (result i32)))
    (import "host" "echo" (func $echo (param i32) (result i32)))
    (memory (export "memory") 1)
    (func (export "run") (param i32) (result i32)
      (i32.mul (call $two) (call $echo (local.get 0)))))
  (core instance $main (instantiate $main
    (with "host" (instance
      (export "two" (func $shim "0"))
      (export "echo" (func $shim "1"))))))

  (core func $two (canon lower (func $two)))
  (core func $echo (canon lower (func $echo)))
  (core module $fixup
    (import "" "1" (func (param i32) (result i32)))
    (import "" "0" (func (result i32)))
    (import "" "table" (table 2 2 funcref))
    (type (func (param i32 i32 i32 i32)))
    (elem (i32.const 0) func 1 0))
  (core instance (instantiate $fixup
    (with "" (instance
      (export "0" (func $two))
      (export "1" (func $echo))
      (export "table" (table $shim "table"))))))

  (func (export "run") (param "v" u32) (result u32) (canon lift (core func $main "run"))))

(assert_return (invoke "run" (u32.const 21)) (u32.const 42))
(assert_return (invoke "run" (u32.const 0)) (u32.const 0))

;; Before the fixup has run there is nothing to call.
(assert_trap (component
  (core module $shim
    (type $give (func (result i32)))
    (table (export "table") 1 1 funcref)
    (func (export "0") (type $give) (call_indirect (type $give) (i32.const 0))))
  (core instance $shim (instantiate $shim))
  (core module $main
    (import "" "0" (func $give (result i32)))
    (func $start (drop (call $give)))
    (start $start))
  (core instance (instantiate $main (with "" (instance $shim)))))
  "uninitialized element")

;; What is put into the table has another type than what is called.
(component
  (core module $shim
    (type $take (func (param i32) (result i32)))
    (type $long (func (param i64) (result i32)))
    (table (export "table") 3 3 funcref)
    (func (export "call") (param i32) (result i32)
      (call_indirect (type $take) (i32.const 7) (local.get 0)))
    (func (export "call-long") (param i32) (result i32)
      (call_indirect (type $long) (i64.const 7) (local.get 0))))
  (core instance $shim (instantiate $shim))
  (core module $fixup
    (type $long (func (param i64) (result i32)))
    (type $take (func (param i32) (result i32)))
    (import "" "table" (table 3 3 funcref))
    (func $a (type $take) (i32.add (local.get 0) (i32.const 1)))
    (func $b (type $long) (i32.wrap_i64 (i64.add (local.get 0) (i64.const 2))))
    (elem (i32.const 0) func $a $b))
  (core instance (instantiate $fixup (with "" (instance $shim))))
  (func (export "call") (param "i" u32) (result u32) (canon lift (core func $shim "call")))
  (func (export "call-long") (param "i" u32) (result u32)
    (canon lift (core func $shim "call-long"))))
(assert_return (invoke "call" (u32.const 0)) (u32.const 8))
(assert_return (invoke "call-long" (u32.const 1)) (u32.const 9))
(assert_trap (invoke "call" (u32.const 1)) "indirect call type mismatch")

(component
  (core module $shim
    (type $a (func (param i32) (result i32)))
    (table (export "table") 2 2 funcref)
    (func (export "call") (param i32) (result i32)
      (call_indirect (type $a) (i32.const 7) (local.get 0))))
  (core instance $shim (instantiate $shim))
  (core module $fixup
    (import "" "table" (table 2 2 funcref))
    (func $a (param i32 i32) (result i32) (local.get 0))
    (elem (i32.const 0) func $a))
  (core instance (instantiate $fixup (with "" (instance $shim))))
  (func (export "call") (param "i" u32) (result u32) (canon lift (core func $shim "call"))))
(assert_trap (invoke "call" (u32.const 0)) "indirect call type mismatch")

(component
  (core module $shim
    (type $a (func (param i32) (result i32)))
    (table (export "table") 2 2 funcref)
    (func (export "call") (param i32) (result i32)
      (call_indirect (type $a) (i32.const 7) (local.get 0))))
  (core instance $shim (instantiate $shim))
  (func (export "call") (param "i" u32) (result u32) (canon lift (core func $shim "call"))))
(assert_trap (invoke "call" (u32.const 2)) "undefined element")
