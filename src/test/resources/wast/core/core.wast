;; Core modules in a script: the module "spectest", registration, values and tables shared by
;; modules whose lists of types differ.

(module $values
  (func (export "add") (param i32 i64) (result i64)
    (i64.add (i64.extend_i32_s (local.get 0)) (local.get 1)))
  (func (export "two") (param f32 f64) (result f64 f32) (local.get 1) (local.get 0))
  (func (export "nan32") (result f32) (f32.const nan))
  (func (export "nan64") (result f64) (f64.const nan:0x8000000000001))
  (func (export "pass-extern") (param externref) (result externref) (local.get 0))
  (func $f (export "some-func") (result funcref) (ref.func $f))
  (func (export "no-func") (result funcref) (ref.null func))
  (global (export "answer") i32 (i32.const 42))
  (func (export "divide") (param i32 i32) (result i32)
    (i32.div_s (local.get 0) (local.get 1)))
  (func $deep (export "deep") (call $deep)))

(assert_return (invoke "add" (i32.const -1) (i64.const 5)) (i64.const 4))
(assert_return (invoke "two" (f32.const 1.5) (f64.const -2)) (f64.const -2) (f32.const 1.5))
(assert_return (invoke "nan32") (f32.const nan:canonical))
(assert_return (invoke "nan64") (f64.const nan:arithmetic))
(assert_return (invoke "pass-extern" (ref.extern 7)) (ref.extern 7))
(assert_return (invoke "pass-extern" (ref.null extern)) (ref.null extern))
(assert_return (invoke "some-func") (ref.func))
(assert_return (invoke "no-func") (ref.null func))
(assert_return (get "answer") (i32.const 42))
(assert_return (get $values "answer") (i32.const 42))

;; A core instance lives on after a trap.
(assert_trap (invoke "divide" (i32.const 1) (i32.const 0)) "integer divide by zero")
(assert_exhaustion (invoke "deep") "call stack exhausted")
(assert_return (invoke "divide" (i32.const 6) (i32.const 2)) (i32.const 3))

(module
  (import "spectest" "global_i32" (global $g i32))
  (import "spectest" "global_f64" (global $h f64))
  (import "spectest" "table" (table 10 20 funcref))
  (import "spectest" "memory" (memory 1 2))
  (import "spectest" "print_i32_f32" (func $print (param i32 f32)))
  (func (export "global") (result i32) (global.get $g))
  (func (export "float") (result f64) (global.get $h))
  (func (export "print") (call $print (i32.const 1) (f32.const 2))))
(assert_return (invoke "global") (i32.const 666))
(assert_return (invoke "float") (f64.const 666.6))
(invoke "print")

;; The table is filled by a module whose types have other numbers.
(module $callee
  (type (func (param i64) (result i64)))
  (type (func (param i32) (result i32)))
  (table (export "table") 2 funcref)
  (elem (i32.const 0) $double $negate)
  (func $double (type 1) (i32.add (local.get 0) (local.get 0)))
  (func $negate (type 0) (i64.sub (i64.const 0) (local.get 0))))
(register "callee")
(module
  (type (func (param i32) (result i32)))
  (type (func (param i64) (result i64)))
  (import "callee" "table" (table 2 funcref))
  (func (export "double") (param i32) (result i32)
    (call_indirect (type 0) (local.get 0) (i32.const 0)))
  (func (export "negate") (param i64) (result i64)
    (call_indirect (type 1) (local.get 0) (i32.const 1)))
  (func (export "wrong") (param i64) (result i64)
    (call_indirect (type 1) (local.get 0) (i32.const 0))))
(assert_return (invoke "double" (i32.const 21)) (i32.const 42))
(assert_return (invoke "negate" (i64.const 21)) (i64.const -21))
(assert_trap (invoke "wrong" (i64.const 1)) "indirect call type mismatch")

(module definition $M (func (export "f") (result i32) (i32.const 1)))
(module instance $I $M)
(register "I" $I)
(module (import "I" "f" (func (result i32))) (export "g" (func 0)))
(assert_return (invoke "g") (i32.const 1))

;; A function that is exported as "_start" is a function like any other.
(module (func (export "_start") unreachable))

(assert_invalid (module (func (result i32) (i64.const 1))) "type mismatch")
(assert_malformed (module binary "\00asm" "\01\00\00\00" "\63\00") "malformed section id")
(assert_unlinkable (module (import "nobody" "here" (func))) "unknown import")
(assert_unlinkable (module (import "callee" "table" (func))) "incompatible import type")
(assert_trap (module (memory 1) (data (i32.const 65536) "x")) "out of bounds memory access")
