;; Core types at the places where a component has them (Binary.md, {core:type}).

(component definition
  (core type $f (func (param i32) (result i64)))
  (core type (module
    (alias outer 1 $f (type $outer))
    (alias outer 0 $outer (type $own))
    (import "a" "f" (func (type $own)))
    (import "a" "g" (global (mut v128)))
    (import "b" "f" (func (type $outer)))
    (export "m" (memory 1 65536))
    (export "s" (memory 1 2 shared))
    (export "l" (memory i64 1 281474976710656))
    (export "t" (table 1 4294967295 funcref))
    (export "e" (tag (param i32))))))

(assert_invalid
  (component (core type (module (export "m" (memory 65537)))))
  "limits go beyond 65536 pages of a memory")
(assert_invalid
  (component (core type (module (export "m" (memory 1 65537)))))
  "limits go beyond 65536 pages of a memory")
(assert_invalid
  (component (core type (module (export "m" (memory i64 281474976710657)))))
  "pages of a memory")
(assert_invalid
  (component (core type (module (export "m" (memory 2 1)))))
  "limits have minimum 2 and maximum 1")
(assert_invalid
  (component (core type (module (export "m" (memory 1 shared)))))
  "a shared memory has no maximum")
(assert_invalid
  (component (core type (module (export "t" (table 2 1 externref)))))
  "limits have minimum 2 and maximum 1")
(assert_invalid
  (component (core type (module (export "e" (tag (param i32) (result i32))))))
  "an exception tag is of type [i32] -> [i32]")
(assert_invalid
  (component (core type (module (import "a" "b" (func)) (import "a" "b" (func)))))
  "a core module imports \"a\" \"b\" twice")
(assert_invalid
  (component (core type (module (export "a" (func)) (export "a" (func)))))
  "a core module exports \"a\" twice")
(assert_invalid
  (component
    (core type $m (module))
    (core type (module (alias outer 1 $m (type)))))
  "core type 0 is no function type")

;; What is given to a core module, and core modules that are given.
(assert_invalid
  (component
    (core module $a (func (export "f") (param i32)))
    (core module $b (func (import "a" "f")))
    (core instance $i (instantiate $a))
    (core instance (instantiate $b (with "a" (instance $i)))))
  "core module 1 imports \"a\" \"f\": a core function of type [i32] -> [] is given for one of type [] -> []")
(assert_invalid
  (component
    (core module $b (func (import "a" "f")))
    (core instance (instantiate $b)))
  "core module 0 imports \"a\" \"f\": is not given")
(component definition
  (component $user (import "m" (core module
    (import "a" "f" (func))
    (import "a" "g" (func))
    (export "h" (func)))))
  (core module $m
    (import "a" "f" (func))
    (func (export "h"))
    (func (export "more")))
  (instance (instantiate $user (with "m" (core module $m)))))
(assert_invalid
  (component
    (component $user (import "m" (core module (export "h" (func)))))
    (core module $m (import "a" "f" (func)) (func (export "h")))
    (instance (instantiate $user (with "m" (core module $m)))))
  "its import \"a\" \"f\": is not expected")
(assert_invalid
  (component
    (component $user (import "m" (core module (export "h" (func)))))
    (core module $m)
    (instance (instantiate $user (with "m" (core module $m)))))
  "its export \"h\": is missing")
(assert_invalid
  (component
    (component $user (import "m" (core module (export "h" (table 1 funcref)))))
    (core module $m (table (export "h") i64 1 funcref))
    (instance (instantiate $user (with "m" (core module $m)))))
  "a core table of other limits or elements is given")
