;; Tail calls: direct, to an import, through tables filled by other modules.

(component definition $tails
  (core module $a
    (type $t (func (param i32 i64) (result i64)))
    (table (export "table") 4 4 funcref)
    ;; 1 + 2 + ... + n, by calls to itself.
    (func $sum (export "sum") (type $t)
      (if (result i64) (i32.eqz (local.get 0))
        (then (local.get 1))
        (else
          (return_call $sum
            (i32.sub (local.get 0) (i32.const 1))
            (i64.add (local.get 1) (i64.extend_i32_u (local.get 0)))))))
    (func (export "call") (param i32 i32 i64) (result i64)
      (return_call_indirect (type $t) (local.get 1) (local.get 2) (local.get 0)))
    (func (export "direct") (param i32) (result i64)
      (return_call $sum (local.get 0) (i64.const 0))))
  (core instance $a (instantiate $a))

  (core module $b
    (type $other (func (param f32) (result f32)))
    (type $t (func (param i32 i64) (result i64)))
    (import "" "table" (table 4 4 funcref))
    (import "" "sum" (func $sum (type $t)))
    (import "" "call" (func $call (param i32 i32 i64) (result i64)))
    (func $wrong (type $other) (f32.const 1))
    ;; Adds 1000 with each turn, and goes on through the table.
    (func $back (type $t)
      (if (result i64) (i32.eqz (local.get 0))
        (then (return_call $sum (i32.const 4) (local.get 1)))
        (else
          (return_call_indirect (type $t)
            (i32.sub (local.get 0) (i32.const 1))
            (i64.add (local.get 1) (i64.const 1000))
            (i32.const 1)))))
    (func $import (type $t) (return_call $call (i32.const 0) (local.get 0) (local.get 1)))
    (elem (i32.const 0) func $sum $back $import $wrong)
    (func (export "call") (param i32 i32 i64) (result i64)
      (return_call_indirect (type $t) (local.get 1) (local.get 2) (local.get 0))))
  (core instance $b (instantiate $b (with "" (instance $a))))

  (func (export "direct") (param "n" u32) (result u64) (canon lift (core func $a "direct")))
  (func (export "call-a") (param "i" u32) (param "n" u32) (param "v" u64) (result u64)
    (canon lift (core func $a "call")))
  (func (export "call-b") (param "i" u32) (param "n" u32) (param "v" u64) (result u64)
    (canon lift (core func $b "call"))))

(component instance $i $tails)
(assert_return (invoke "direct" (u32.const 100)) (u64.const 5050))
(assert_return (invoke "call-a" (u32.const 0) (u32.const 10) (u64.const 1)) (u64.const 56))
(assert_return (invoke "call-b" (u32.const 0) (u32.const 10) (u64.const 1)) (u64.const 56))
(assert_return (invoke "call-a" (u32.const 1) (u32.const 3) (u64.const 0)) (u64.const 3010))
(assert_return (invoke "call-b" (u32.const 1) (u32.const 3) (u64.const 0)) (u64.const 3010))
(assert_return (invoke "call-a" (u32.const 2) (u32.const 5) (u64.const 0)) (u64.const 15))
(assert_return (invoke "call-b" (u32.const 2) (u32.const 5) (u64.const 0)) (u64.const 15))
(assert_trap (invoke "call-a" (u32.const 3) (u32.const 5) (u64.const 0)) "indirect call type mismatch")
