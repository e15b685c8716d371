;; Exception tags: which handler catches is a matter of the tag, not of its type, whichever module
;; defines it, imports it, throws and catches.

(component definition $tags
  (core module $a
    (type (func (param f64)))
    (tag $first (export "first") (param i32))
    (tag $second (export "second") (param i32))
    (func (export "throw-first") (param i32) (throw $first (local.get 0)))
    (func (export "throw-second") (param i32) (throw $second (local.get 0)))
    (type $call (func (param i32)))
    (table (export "table") 4 4 funcref)
    ;; Catches the first tag only: the value; anything else: its negative position, 1.
    (func (export "catch") (param i32 i32) (result i32)
      (block $first (result i32)
        (block $all
          (try_table (catch $first $first) (catch_all $all)
            (call_indirect (type $call) (local.get 1) (local.get 0)))
          (return (i32.const 0)))
        (i32.const -1))))
  (core instance $a (instantiate $a))

  (core module $b
    (type $call (func (param i32)))
    (import "" "second" (tag $second (param i32)))
    (import "" "first" (tag $first (param i32)))
    (import "" "table" (table 4 4 funcref))
    (import "" "throw-second" (func $throw-second (param i32)))
    ;; Of the same type as the two.
    (tag $own (export "own") (param i32))
    (func $throw-own (type $call) (throw $own (local.get 0)))
    (func $throw-first (type $call) (throw $first (local.get 0)))
    (func $pass (type $call) (call $throw-second (local.get 0)))
    (func $quiet (type $call))
    (elem (i32.const 0) func $throw-first $pass $throw-own $quiet)
    ;; The value times 1, 10 or 100, as the first, the second or the own tag was thrown.
    (func (export "which") (param i32 i32) (result i32)
      (block $is-own (result i32)
        (block $is-second (result i32)
          (block $is-first (result i32)
            (try_table (catch $own $is-own) (catch $first $is-first) (catch $second $is-second)
              (call_indirect (type $call) (local.get 1) (local.get 0)))
            (return (i32.const 0)))
          (return))
        (return (i32.mul (i32.const 10))))
      (i32.mul (i32.const 100)))
    ;; Caught by the inner handler only where it is the own tag; the outer has the second.
    (func (export "nested") (param i32 i32) (result i32)
      (block $outer (result i32)
        (try_table (result i32) (catch $second $outer)
          (block $inner (result i32)
            (try_table (result i32) (catch $own $inner)
              (call_indirect (type $call) (local.get 1) (local.get 0))
              (i32.const 7))
            (return))
          (return (i32.mul (i32.const 2))))
        (return))
      (i32.mul (i32.const 3))))
  (core instance $b (instantiate $b (with "" (instance $a))))

  ;; The same module again: its tag is another.
  (core module $table-only (table (export "table") 4 4 funcref))
  (core instance $twin-table (instantiate $table-only))
  (core instance $twin (instantiate $b (with "" (instance
    (export "second" (tag $a "second"))
    (export "first" (tag $a "first"))
    (export "throw-second" (func $a "throw-second"))
    (export "table" (table $twin-table "table"))))))

  (core module $c
    (import "b" "own" (tag $b (param i32)))
    (import "twin" "own" (tag $twin (param i32)))
    (import "" "table" (table 4 4 funcref))
    (func (export "which") (param i32 i32) (result i32)
      (block $is-twin (result i32)
        (block $is-b (result i32)
          (try_table (catch $twin $is-twin) (catch $b $is-b)
            (call_indirect (param i32) (local.get 1) (local.get 0)))
          (return (i32.const 0)))
        (return))
      (i32.mul (i32.const 5)))
    (func (export "throw-twin") (param i32) (throw $twin (local.get 0))))
  (core instance $of-b (instantiate $c
    (with "b" (instance $b)) (with "twin" (instance $twin)) (with "" (instance $a))))
  (core instance $of-twin (instantiate $c
    (with "b" (instance $b)) (with "twin" (instance $twin)) (with "" (instance $twin-table))))

  (func (export "catch") (param "i" u32) (param "v" s32) (result s32) (canon lift (core func $a "catch")))
  (func (export "which") (param "i" u32) (param "v" s32) (result s32) (canon lift (core func $b "which")))
  (func (export "which-twin") (param "i" u32) (param "v" s32) (result s32)
    (canon lift (core func $twin "which")))
  (func (export "nested") (param "i" u32) (param "v" s32) (result s32)
    (canon lift (core func $b "nested")))
  (func (export "which-of-b") (param "i" u32) (param "v" s32) (result s32)
    (canon lift (core func $of-b "which")))
  (func (export "which-of-twin") (param "i" u32) (param "v" s32) (result s32)
    (canon lift (core func $of-twin "which")))
  (func (export "throw") (param "v" s32) (canon lift (core func $of-b "throw-twin"))))

(component instance $i $tags)
(assert_return (invoke "catch" (u32.const 0) (s32.const 42)) (s32.const 42))
(assert_return (invoke "catch" (u32.const 1) (s32.const 42)) (s32.const -1))
(assert_return (invoke "catch" (u32.const 2) (s32.const 42)) (s32.const -1))
(assert_return (invoke "catch" (u32.const 3) (s32.const 42)) (s32.const 0))
(assert_return (invoke "which" (u32.const 0) (s32.const 3)) (s32.const 3))
(assert_return (invoke "which" (u32.const 1) (s32.const 3)) (s32.const 30))
(assert_return (invoke "which" (u32.const 2) (s32.const 3)) (s32.const 300))
(assert_return (invoke "which" (u32.const 3) (s32.const 3)) (s32.const 0))
(assert_return (invoke "which-twin" (u32.const 2) (s32.const 3)) (s32.const 300))
(assert_return (invoke "nested" (u32.const 1) (s32.const 5)) (s32.const 15))
(assert_return (invoke "nested" (u32.const 2) (s32.const 5)) (s32.const 10))
(assert_return (invoke "nested" (u32.const 3) (s32.const 5)) (s32.const 7))
(assert_return (invoke "which-of-b" (u32.const 2) (s32.const 4)) (s32.const 4))
(assert_return (invoke "which-of-twin" (u32.const 2) (s32.const 4)) (s32.const 20))
;; Caught by nobody.
(assert_trap (invoke "nested" (u32.const 0) (s32.const 5)) "thrown Wasm exception")
(component instance $j $tags)
(assert_trap (invoke "throw" (s32.const 5)) "thrown Wasm exception")

;; No exception passes from component to component.
(component
  (component $thrower
    (core module $m (tag $t) (func (export "f") (throw $t)))
    (core instance $m (instantiate $m))
    (func (export "f") (canon lift (core func $m "f"))))
  (instance $thrower (instantiate $thrower))
  (component $user
    (import "f" (func $thrown))
    (core func $f (canon lower (func $thrown)))
    (core module $catcher
      (import "" "f" (func $f))
      (func (export "run") (result i32)
        (block $caught
          (try_table (catch_all $caught) (call $f))
          (return (i32.const 0)))
        (i32.const 1)))
    (core instance $catcher (instantiate $catcher (with "" (instance (export "f" (func $f))))))
    (func (export "run") (result u32) (canon lift (core func $catcher "run"))))
  (instance $user (instantiate $user (with "f" (func $thrower "f"))))
  (export "run" (func $user "run")))
(assert_trap (invoke "run") "uncaught exception propagated out of component")

;; An exception comes back through another module to the one that threw it.
(component
  (core module $middle
    (table (export "table") 1 1 funcref)
    (global $went-on (mut i32) (i32.const 0))
    (func (export "went-on") (result i32) (global.get $went-on))
    (func (export "through")
      (call_indirect (i32.const 0))
      (global.set $went-on (i32.const 1))))
  (core instance $middle (instantiate $middle))
  (core module $ends
    (import "" "table" (table 1 1 funcref))
    (import "" "through" (func $through))
    (import "" "went-on" (func $went-on (result i32)))
    (tag $t (param i64 i32))
    (func $throw (throw $t (i64.const 5) (i32.const 6)))
    (elem (i32.const 0) func $throw)
    (func $catch (param i32) (result i32)
      (block $caught (result i64 i32)
        (try_table (catch $t $caught) (call $through))
        (return (i32.const -1)))
      (local.set 0 (i32.add (local.get 0)))
      (i32.add (i32.wrap_i64) (local.get 0)))
    (func (export "run") (result i32)
      (i32.add
        (i32.mul (call $went-on) (i32.const 1000))
        (i32.add (call $catch (i32.const 100)) (call $catch (i32.const 200))))))
  (core instance $ends (instantiate $ends (with "" (instance $middle))))
  (func (export "run") (result u32) (canon lift (core func $ends "run"))))
(assert_return (invoke "run") (u32.const 322))
(assert_return (invoke "run") (u32.const 322))
