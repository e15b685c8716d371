;; Functions and memories handed both ways: two modules that call each other and write into each
;; other's memory, one through imports and the other through a table.

(component definition $mutual
  (core module $a
    (type $unused (func (param f64 f64)))
    (type $step (func (param i32 i32) (result i32)))
    (table (export "table") 2 2 funcref)
    (memory (export "memory") 1)
    ;; even(n): n = 0 or odd(n-1); a mark for every call is left in this memory.
    (func $even (export "even") (type $step)
      (i32.store8 (local.get 1) (i32.const 65))
      (if (result i32) (i32.eqz (local.get 0))
        (then (i32.const 1))
        (else
          (call_indirect (type $step)
            (i32.sub (local.get 0) (i32.const 1))
            (i32.add (local.get 1) (i32.const 1))
            (i32.const 0)))))
    (func (export "load") (param i32) (result i32) (i32.load8_u (local.get 0))))
  (core instance $a (instantiate $a))

  (core module $b
    (type $load (func (param i32) (result i32)))
    (type $other (func (param i64)))
    (type $step (func (param i32 i32) (result i32)))
    (import "a" "even" (func $even (type $step)))
    (import "a" "table" (table 1 funcref))
    (import "a" "memory" (memory 1))
    (func $odd (type $step)
      (i32.store8 (local.get 1) (i32.const 66))
      (if (result i32) (i32.eqz (local.get 0))
        (then (i32.const 0))
        (else
          (call $even
            (i32.sub (local.get 0) (i32.const 1))
            (i32.add (local.get 1) (i32.const 1))))))
    (elem (i32.const 0) func $odd)
    (func (export "odd") (param i32) (result i32) (call $odd (local.get 0) (i32.const 100))))
  (core instance $b (instantiate $b (with "a" (instance $a))))

  (core module $c
    (import "a" "even" (func $even (param i32 i32) (result i32)))
    (func (export "even") (param i32) (result i32) (call $even (local.get 0) (i32.const 200))))
  (core instance $c (instantiate $c (with "a" (instance $a))))

  (func (export "even") (param "n" u32) (result u32) (canon lift (core func $c "even")))
  (func (export "odd") (param "n" u32) (result u32) (canon lift (core func $b "odd")))
  (func (export "load") (param "at" u32) (result u32) (canon lift (core func $a "load"))))

(component instance $i $mutual)
(assert_return (invoke "even" (u32.const 0)) (u32.const 1))
(assert_return (invoke "even" (u32.const 10)) (u32.const 1))
(assert_return (invoke "even" (u32.const 11)) (u32.const 0))
(assert_return (invoke "odd" (u32.const 4)) (u32.const 0))
(assert_return (invoke "odd" (u32.const 501)) (u32.const 1))
(assert_return (invoke "load" (u32.const 100)) (u32.const 66))
(assert_return (invoke "load" (u32.const 101)) (u32.const 65))
(assert_return (invoke "load" (u32.const 200)) (u32.const 66))
(assert_return (invoke "load" (u32.const 201)) (u32.const 65))
;; An endless recursion through both.
(assert_trap (invoke "even" (u32.const 0xffffffff)) "call stack exhausted")
