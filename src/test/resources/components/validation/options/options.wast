;; The options of canonical functions (Binary.md, "Canonical Definitions"; CanonicalABI.md, "canonopt
;; Validation").

(component definition
  (core module $m
    (memory (export "m") 1)
    (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "f") (param i32 i32) (result i32) unreachable)
    (func (export "p") (param i32)))
  (core instance $i (instantiate $m))
  (func (param "s" string) (result string)
    (canon lift (core func $i "f") (memory (core memory $i "m")) (realloc (core func $i "r"))
      string-encoding=latin1+utf16 (post-return (core func $i "p")))))

(assert_invalid
  (component
    (core module $m
      (memory (export "m") 1 1 shared)
      (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable)
      (func (export "f") (param i32 i32)))
    (core instance $i (instantiate $m))
    (func (param "s" string)
      (canon lift (core func $i "f") (memory (core memory $i "m")) (realloc (core func $i "r")))))
  "a shared memory is given")
(assert_invalid
  (component
    (core module $m
      (memory (export "m") i64 1)
      (func (export "f") (param i32 i32)))
    (core instance $i (instantiate $m))
    (func (param "s" string) (canon lift (core func $i "f") (memory (core memory $i "m")))))
  "64-bit memory: not supported")
(assert_invalid
  (component
    (core module $m
      (memory (export "m") 1)
      (func (export "f") (param i32 i32)))
    (core instance $i (instantiate $m))
    (func (param "s" string) (canon lift (core func $i "f") (memory (core memory $i "m")))))
  "a realloc function is needed and not given")
(assert_invalid
  (component
    (core module $m (func (export "f")))
    (core instance $i (instantiate $m))
    (func (canon lift (core func $i "f") string-encoding=utf8 string-encoding=utf8)))
  "option string-encoding is given twice")
(assert_invalid
  (component
    (import "f" (func $f))
    (core module $m (func (export "p")))
    (core instance $i (instantiate $m))
    (core func (canon lower (func $f) (post-return (core func $i "p")))))
  "post-return is given where a function is lowered")
