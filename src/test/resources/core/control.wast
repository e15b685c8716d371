;; Blocks, branches, calls, exceptions.

(module $context
  (type $pair (func (param i32) (result i32 i64)))
  (type $none (func))
  (tag $e (param i32))
  (table $t 1 funcref)
  (func $pair (type $pair) (local.get 0) (i64.const 0))
  (func $blocks (result i32)
    (block (result i32)
      (loop (result i32)
        (br_if 0 (i32.const 0))
        (if (result i32) (i32.const 1) (then (br 2 (i32.const 1))) (else (unreachable)))))
    (block (param i32) (result i32 i64) (call $pair))
    (drop)
    (if (param i32) (result i32) (i32.const 1) (then)))
  (func $labels (param i32) (result i32)
    (block (result i32)
      (block (result i32) (br_table 0 1 0 2 (i32.const 7) (local.get 0)))
      (br 0)))
  (func $calls (result i32 i64)
    (call_indirect $t (type $pair) (i32.const 1) (i32.const 0))
    (drop) (drop)
    (call_ref $pair (i32.const 1) (ref.null $pair))
    (drop) (drop)
    (return_call $pair (i32.const 1)))
  (func (result i32 i64) (return_call_indirect $t (type $pair) (i32.const 1) (i32.const 0)))
  (func (result i32 i64) (return_call_ref $pair (i32.const 1) (ref.null $pair)))
  (func $exceptions (result i32)
    (block $all (result exnref)
      (block $one (result i32 (ref exn))
        (try_table (result i32) (catch_ref $e $one) (catch_all_ref $all)
          (throw $e (i32.const 1)))
        (return))
      (throw_ref))
    (drop)
    (block (try_table (catch_all 0)))
    (block (result i32) (try_table (catch $e 0)) (i32.const 0)))
)

;; Code that is never reached takes any operands.
(module
  (func (result i32) (unreachable) (i32.add))
  (func (result i32) (return (i32.const 1)) (i64.eqz))
  (func (result i64) (unreachable) (select) )
  (func (block (unreachable) (br_table 0 1 (i32.const 0)) (drop)))
  (func (result i32) (loop (br 0)) (i32.const 1))
)
(assert_invalid (module (func (unreachable) (i64.const 1) (i32.add) (drop))) "given one of type i64")
(assert_invalid (module (func (unreachable) (i32.const 1))) "more values than")

;; Blocks.
(assert_invalid (module (func (result i32))) "the block has none left")
(assert_invalid (module (func (i32.const 1))) "more values than the block's type says")
(assert_invalid (module (func (block (result i32)) (drop))) "end takes a value of type i32")
(assert_invalid (module (func (i32.const 1) (block (drop)))) "drop takes a value")
(assert_invalid (module (func (block (param i32) (drop)))) "block takes a value of type i32")
(assert_invalid (module (func (if (then)))) "if takes a value of type i32")
(assert_invalid (module (func (result i32) (if (result i32) (i32.const 0) (then (i32.const 1)))))
  "if without else, which would turn [] into [i32]")
(assert_invalid (module (type (struct)) (func (block (type 0)))) "type 0 is no function type")
(assert_malformed
  (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\07\01\05\00\02\79\0b\0b")
  "0x79 is no known value type")
(assert_malformed
  (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\05\01\03\00\05\0b")
  "else stands in no if")

;; Branches.
(assert_invalid (module (func (br 1))) "names label 1 of 1")
(assert_invalid (module (func (block (result i32) (br 0)) (drop))) "br takes a value of type i32")
(assert_invalid (module (func (br_if 0))) "br_if takes a value of type i32")
(assert_invalid (module (func (br_table 0))) "br_table takes a value of type i32")
(assert_invalid (module (func (block (result i32) (br_table 0 1 (i32.const 0) (i32.const 0))) (drop)))
  "different numbers of values")
(assert_invalid
  (module (func (result i64)
    (block (result i32) (br_table 0 1 (i32.const 0) (i32.const 0))) (drop) (i64.const 0)))
  "given one of type i32")
(assert_invalid (module (func (result i32) (return))) "return takes a value of type i32")
(assert_invalid (module (func (br_on_null 0 (i32.const 0)) (drop))) "takes a reference")
(assert_invalid (module (func (param anyref) (br_on_non_null 0 (local.get 0)))) "to a label of []")
(assert_invalid
  (module (func (param anyref) (result anyref) (br_on_cast 0 eqref anyref (local.get 0))))
  "has type (ref null any) where (ref null eq) is wanted")
(assert_invalid
  (module (func (param anyref) (result i31ref) (br_on_cast 0 anyref eqref (local.get 0)) (unreachable)))
  "has type (ref null eq) where (ref null i31) is wanted")
(assert_malformed
  (module binary
    "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\0a\01\08\00\fb\18\04\00\6e\6e\0b")
  "4 are no flags of a cast")

;; Calls.
(assert_invalid (module (func (call 1))) "unknown function 1")
(assert_invalid (module (func (param i32)) (func (call 0))) "call takes a value of type i32")
(assert_invalid (module (type (func)) (func (call_indirect (type 0) (i32.const 0)))) "unknown table 0")
(assert_invalid
  (module (type (func)) (table 1 externref) (func (call_indirect (type 0) (i32.const 0))))
  "has type (ref null extern) where (ref null func) is wanted")
(assert_invalid (module (table 1 funcref) (func (call_indirect (type 1) (i32.const 0)))) "unknown type 1")
(assert_invalid (module (type (func)) (func (call_ref 0 (ref.null func)))) "(ref null 0)")
(assert_invalid (module (func (result i32) (i32.const 0)) (func (return_call 0)))
  "gives [i32] in a function that gives []")

;; Exceptions.
(assert_invalid (module (func (throw 0))) "unknown tag 0")
(assert_invalid (module (tag (param i32)) (func (throw 0))) "throw takes a value of type i32")
(assert_invalid (module (func (throw_ref (i32.const 0)))) "(ref null exn)")
(assert_invalid (module (tag (param i32)) (func (try_table (catch 0 0)))) "gives [i32] to a label of []")
(assert_invalid (module (func (try_table (catch_all_ref 0)))) "gives [(ref exn)] to a label of []")
(assert_invalid (module (func (try_table (catch_all 1)))) "names label 1 of 1")
(assert_malformed
  (module binary
    "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\0a\01\08\00\1f\40\01\04\00\0b\0b")
  "4 is no kind of catch clause")
