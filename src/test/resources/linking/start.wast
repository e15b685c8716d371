;; Start functions: that call imports, that fill tables and memories, that trap.

(component definition $starts
  (core module $log
    (memory (export "memory") 1)
    (global $at (mut i32) (i32.const 0))
    (func (export "log") (param i32)
      (i32.store8 (global.get $at) (local.get 0))
      (global.set $at (i32.add (global.get $at) (i32.const 1))))
    (func (export "read") (param i32) (result i32) (i32.load8_u (local.get 0))))
  (core instance $log (instantiate $log))

  (core module $callee
    (import "" "log" (func $log (param i32)))
    (type $t (func (param i32) (result i64)))
    (table (export "table") 4 4 funcref)
    (func $one (type $t) (i64.const 1))
    (func $start (call $log (i32.const 10)) (table.set (i32.const 1) (ref.func $one)))
    (elem declare func $one)
    (start $start)
    (func (export "call") (param i32) (result i64)
      (call_indirect (type $t) (i32.const 0) (local.get 0))))
  (core instance $callee (instantiate $callee (with "" (instance $log))))

  (core module $filler
    (type (func))
    (type $t (func (param i32) (result i64)))
    (import "log" "log" (func $log (param i32)))
    (import "" "table" (table 4 funcref))
    (import "" "call" (func $call (param i32) (result i64)))
    (elem $passive func $two $three)
    (func $two (type $t) (i64.const 2))
    (func $three (type $t) (i64.add (call_indirect (type $t) (i32.const 0) (i32.const 1)) (i64.const 2)))
    (func $start
      (table.init $passive (i32.const 2) (i32.const 0) (i32.const 2))
      (elem.drop $passive)
      (call $log (i32.wrap_i64 (call $call (i32.const 3)))))
    (start $start))
  (core instance (instantiate $filler
    (with "log" (instance $log))
    (with "" (instance $callee))))

  ;; Neither of these is a start function by its name.
  (core module $named
    (import "" "log" (func $log (param i32)))
    (func (export "_start") (call $log (i32.const 99)))
    (func (export "_initialize") (call $log (i32.const 98)))
    (func (export "run") (call $log (i32.const 20))))
  (core instance $named (instantiate $named (with "" (instance $log))))

  (func (export "read") (param "at" u32) (result u32) (canon lift (core func $log "read")))
  (func (export "call") (param "i" u32) (result u64) (canon lift (core func $callee "call")))
  (func (export "run") (canon lift (core func $named "run"))))

(component instance $i $starts)
(assert_return (invoke "read" (u32.const 0)) (u32.const 10))
(assert_return (invoke "read" (u32.const 1)) (u32.const 3))
(assert_return (invoke "read" (u32.const 2)) (u32.const 0))
(assert_return (invoke "run"))
(assert_return (invoke "read" (u32.const 2)) (u32.const 20))
(assert_return (invoke "call" (u32.const 1)) (u64.const 1))
(assert_return (invoke "call" (u32.const 2)) (u64.const 2))
(assert_return (invoke "call" (u32.const 3)) (u64.const 3))
(assert_trap (invoke "call" (u32.const 0)) "uninitialized element")

(assert_trap
  (component
    (core module $m (func $start unreachable) (start $start))
    (core instance (instantiate $m)))
  "unreachable")

(assert_trap
  (component
    (core module $a (func (export "f") (param i32) (drop (i32.div_u (i32.const 1) (local.get 0)))))
    (core instance $a (instantiate $a))
    (core module $b
      (import "" "f" (func $f (param i32)))
      (func $start (call $f (i32.const 0)))
      (start $start))
    (core instance (instantiate $b (with "" (instance $a)))))
  "integer divide by zero")

(assert_trap
  (component
    (core module $a (table (export "t") 2 2 funcref))
    (core instance $a (instantiate $a))
    (core module $b (import "" "t" (table 2 funcref)) (func $f) (elem (i32.const 2) func $f))
    (core instance (instantiate $b (with "" (instance $a)))))
  "out of bounds table access")

(assert_trap
  (component
    (core module $a (memory (export "m") 1))
    (core instance $a (instantiate $a))
    (core module $b (import "" "m" (memory 1)) (data (i32.const 65535) "ab"))
    (core instance (instantiate $b (with "" (instance $a)))))
  "out of bounds memory access")

(assert_trap
  (component
    (core module $a (memory (export "m") 1))
    (core instance $a (instantiate $a))
    (core module $b (import "" "m" (memory 1)) (data (i32.const -1) "a"))
    (core instance (instantiate $b (with "" (instance $a)))))
  "out of bounds memory access")
