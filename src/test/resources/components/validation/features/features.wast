;; What came after WASI 0.2 is recognised and refused by its name.

(assert_invalid (component (type (stream u8))) "stream type: not supported")
(assert_invalid (component (type (future))) "future type: not supported")
(assert_invalid (component (type (list u8 4))) "list of fixed length: not supported")
(assert_invalid (component (type (map string u8))) "map type: not supported")
(assert_invalid (component (type error-context)) "error-context type: not supported")
(assert_invalid (component (type (func async))) "async function type: not supported")
(assert_invalid (component (type (resource (rep i64)))) "resource represented by an i64: not supported")
(assert_invalid
  (component (import "v" (value u8))) "value import or export: not supported")

(assert_invalid
  (component
    (core module $m (func (export "f") (result i32) unreachable))
    (core instance $i (instantiate $m))
    (type $f (func))
    (func (type $f) (canon lift (core func $i "f") async)))
  "option async: not supported")
(assert_invalid
  (component
    (core module $m (func (export "f") (result i32) unreachable))
    (core instance $i (instantiate $m))
    (type $f (func))
    (func (type $f) (canon lift (core func $i "f") (callback (core func $i "f")))))
  "option callback: not supported")
(assert_invalid
  (component
    (import "f" (func $f))
    (core func (canon lower (func $f) gc)))
  "option gc: not supported")
(assert_invalid
  (component
    (import "f" (func $f))
    (core type $t (func))
    (core func (canon lower (func $f) (core-type $t))))
  "option core-type: not supported")

(assert_invalid (component (core func (canon backpressure.inc))) "canonical function of asynchronous tasks: not supported")
(assert_invalid (component (core func (canon task.return))) "canonical function of asynchronous tasks: not supported")
(assert_invalid (component (core func (canon context.get i32 0))) "canonical function of asynchronous tasks: not supported")
(assert_invalid (component (core func (canon subtask.drop))) "canonical function of asynchronous tasks: not supported")
(assert_invalid (component (core func (canon waitable-set.new))) "canonical function of asynchronous tasks: not supported")
(assert_invalid (component (core func (canon error-context.drop))) "canonical function of error-context: not supported")
(assert_invalid (component (core func (canon thread.index))) "canonical function of threads: not supported")
(assert_invalid (component (core func (canon thread.yield))) "canonical function of threads: not supported")

(assert_invalid
  (component (core type (struct (field i32)))) "core type of the garbage collection proposal: not supported")
(assert_invalid
  (component (core type (array i32))) "core type of the garbage collection proposal: not supported")
(assert_invalid
  (component (core type (sub (func)))) "core type of the garbage collection proposal: not supported")
(assert_invalid
  (component (core rec (type (func)) (type (func))))
  "core type of the garbage collection proposal: not supported")
(assert_invalid
  (component (core type (module (type (sub (func)))))) "core subtype within a module type: not supported")
(assert_invalid
  (component (core type (func (param (ref func))))) "core reference type 0x64: not supported")
(assert_invalid
  (component (core type (module (export "m" (memory 1 (pagesize 1))))))
  "custom page size: not supported")

;; Names with attributes are newer and taken without notice: they change no type.
(component definition
  (import "a" (implements "my:pack/face") (instance))
  (import "b" (external-id "anything") (func)))
