;; Memories, tables, segments, atomic accesses.

(module
  (memory $m 1)
  (memory $wide i64 1)
  (memory $shared 1 1 shared)
  (table $t 1 funcref)
  (table $far i64 1 funcref)
  (elem $e funcref)
  (data $d "")
  (func
    (i32.store8 $m (i32.const 0) (i32.load $m offset=4294967295 align=1 (i32.const 0)))
    (i64.store $wide offset=18446744073709551615 (i64.const 0) (i64.load32_u $wide (i64.const 0)))
    (memory.copy $m $wide (i32.const 0) (i64.const 0) (i32.const 0))
    (memory.copy $wide $wide (i64.const 0) (i64.const 0) (i64.const 0))
    (memory.fill $wide (i64.const 0) (i32.const 0) (i64.const 0))
    (memory.init $wide $d (i64.const 0) (i32.const 0) (i32.const 0))
    (data.drop $d)
    (drop (memory.grow $wide (memory.size $wide)))
    (table.copy $t $far (i32.const 0) (i64.const 0) (i32.const 0))
    (table.init $far $e (i64.const 0) (i32.const 0) (i32.const 0))
    (elem.drop $e)
    (table.fill $far (i64.const 0) (table.get $t (i32.const 0)) (i64.const 0))
    (table.set $t (i32.const 0) (ref.null func))
    (drop (table.grow $far (ref.null func) (table.size $far)))
    (drop (memory.atomic.wait64 $shared (i32.const 0) (i64.const 0) (i64.const 0)))
    (drop (i64.atomic.rmw32.cmpxchg_u $shared (i32.const 0) (i64.const 0) (i64.const 0)))
    (atomic.fence))
)

(assert_invalid (module (func (drop (i32.load (i32.const 0))))) "unknown memory 0")
(assert_invalid (module (memory 1) (func (drop (i32.load (i64.const 0))))) "takes a value of type i32")
(assert_invalid (module (memory i64 1) (func (drop (i32.load (i32.const 0))))) "takes a value of type i64")
(assert_invalid (module (memory 1) (func (i64.store (i32.const 0) (i32.const 0)))) "takes a value of type i64")
(assert_invalid (module (memory 1) (func (drop (i32.load align=8 (i32.const 0))))) "states alignment 2^3")
(assert_invalid (module (memory 1) (func (drop (i64.load16_s align=4 (i32.const 0)))))
  "states alignment 2^2, and its access has 2^1")
(assert_invalid
  (module (memory 1) (func (drop (i32.atomic.load align=2 (i32.const 0)))))
  "states alignment 2^1, and its access has 2^2")
(assert_invalid
  (module binary
    "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\05\03\01\00\01"
    "\0a\0e\01\0c\00\41\00\28\00\80\80\80\80\10\1a\0b")
  "an offset beyond 32 bits")
(assert_malformed
  (module binary
    "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\05\03\01\00\01"
    "\0a\0b\01\09\00\41\00\28\80\01\00\1a\0b")
  "alignment's exponent is too large")
(assert_malformed
  (module binary
    "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\07\01\05\00\fe\03\01\0b")
  "this byte must be zero")
(assert_invalid (module (memory 1) (func (drop (memory.grow (i64.const 0))))) "takes a value of type i32")
(assert_invalid (module (func (drop (memory.size)))) "unknown memory 0")
(assert_invalid
  (module (memory 1) (memory i64 1)
    (func (memory.copy 0 1 (i32.const 0) (i64.const 0) (i64.const 0))))
  "takes a value of type i32")
(assert_invalid (module (memory 1) (func (memory.fill (i32.const 0) (i64.const 0) (i32.const 0))))
  "takes a value of type i32")
(assert_invalid (module (data "") (func (data.drop 1))) "unknown data segment 1")
(assert_invalid (module (func (elem.drop 0))) "unknown element segment 0")
(assert_invalid (module (func (drop (table.get 0 (i32.const 0))))) "unknown table 0")
(assert_invalid
  (module (table 1 funcref) (func (table.set 0 (i32.const 0) (ref.null extern))))
  "takes a value of type (ref null func)")
(assert_invalid
  (module (table 1 funcref) (table 1 externref)
    (func (table.copy 0 1 (i32.const 0) (i32.const 0) (i32.const 0))))
  "puts elements of type (ref null extern) into a table of type (ref null func)")
(assert_invalid
  (module (table 1 funcref) (elem externref)
    (func (table.init 0 0 (i32.const 0) (i32.const 0) (i32.const 0))))
  "puts elements of type (ref null extern) into a table of type (ref null func)")
(assert_invalid
  (module (table 1 funcref) (func (drop (table.grow 0 (ref.null func) (i64.const 0)))))
  "takes a value of type i32")
(assert_invalid
  (module (table i64 1 funcref) (func (table.fill 0 (i64.const 0) (ref.null func) (i32.const 0))))
  "takes a value of type i64")
