;; Structs and arrays.

(module
  (type $s (struct (field $byte i8) (field $far (mut i64)) (field $any anyref)))
  (type $bytes (array (mut i8)))
  (type $vectors (array (mut v128)))
  (type $any (array (mut anyref)))
  (type $constant (array i32))
  (data $d "")
  (elem $e anyref)
  (global (ref $s) (struct.new $s (i32.const 1) (i64.const 2) (ref.null any)))
  (global (ref $bytes) (array.new_fixed $bytes 2 (i32.const 1) (i32.const 2)))
  (func (param $x (ref null $s)) (param $y (ref null $bytes)) (result i32)
    (struct.set $s $far (struct.new_default $s) (struct.get $s $far (local.get $x)))
    (array.set $bytes (local.get $y) (i32.const 0) (struct.get_u $s $byte (local.get $x)))
    (drop (array.new $vectors (v128.const i64x2 0 0) (i32.const 1)))
    (drop (array.new_default $constant (array.len (local.get $y))))
    (drop (array.new_data $bytes $d (i32.const 0) (i32.const 0)))
    (drop (array.new_elem $any $e (i32.const 0) (i32.const 0)))
    (array.fill $bytes (local.get $y) (i32.const 0) (i32.const 1) (i32.const 0))
    (array.copy $bytes $bytes (local.get $y) (i32.const 0) (local.get $y) (i32.const 0) (i32.const 0))
    (array.init_data $bytes $d (local.get $y) (i32.const 0) (i32.const 0) (i32.const 0))
    (array.init_elem $any $e (ref.null $any) (i32.const 0) (i32.const 0) (i32.const 0))
    (drop (array.get $constant (ref.null $constant) (i32.const 0)))
    (array.get_s $bytes (local.get $y) (i32.const 0)))
)

(assert_invalid (module (type (func)) (func (drop (struct.new_default 0)))) "names type 0")
(assert_invalid (module (type (struct)) (func (drop (array.new_default 0 (i32.const 0))))) "names type 0")
(assert_invalid (module (type (struct (field i32))) (func (drop (struct.new 0)))) "none left")
(assert_invalid
  (module (type (struct (field (ref any)))) (func (drop (struct.new_default 0))))
  "a type that has no default")
(assert_invalid
  (module (type (array (ref any))) (func (drop (array.new_default 0 (i32.const 0)))))
  "a type that has no default")
(assert_invalid
  (module (type (struct (field i32))) (func (param (ref 0)) (drop (struct.get 0 1 (local.get 0)))))
  "names field 1 of 1")
(assert_invalid
  (module (type (struct (field i8))) (func (param (ref 0)) (drop (struct.get 0 0 (local.get 0)))))
  "reads a field of i8")
(assert_invalid
  (module (type (struct (field i32))) (func (param (ref 0)) (drop (struct.get_s 0 0 (local.get 0)))))
  "reads a field of i32")
(assert_invalid
  (module (type (struct (field i32)))
    (func (param (ref 0)) (struct.set 0 0 (local.get 0) (i32.const 0))))
  "a field that cannot change")
(assert_invalid
  (module (type (array i32)) (func (param (ref 0)) (array.set 0 (local.get 0) (i32.const 0) (i32.const 0))))
  "a field that cannot change")
(assert_invalid
  (module (type (array i8)) (func (param (ref 0)) (drop (array.get 0 (local.get 0) (i32.const 0)))))
  "reads a field of i8")
(assert_invalid
  (module (type (array i64)) (func (drop (array.new 0 (i32.const 0) (i32.const 0)))))
  "takes a value of type i64")
(assert_invalid
  (module (type (array i64)) (func (drop (array.new_fixed 0 2 (i64.const 0)))))
  "none left")
(assert_invalid
  (module (type (array i64)) (func (unreachable) (array.new_fixed 0 10001) (drop)))
  "more than 10000 operands")
(assert_invalid
  (module (type (array anyref)) (data "") (func (drop (array.new_data 0 0 (i32.const 0) (i32.const 0)))))
  "an array of references from a data segment")
(assert_invalid
  (module (type (array anyref)) (elem funcref)
    (func (drop (array.new_elem 0 0 (i32.const 0) (i32.const 0)))))
  "puts elements of type (ref null func) into an array of type (ref null any)")
(assert_invalid
  (module (type (array (mut i8))) (type (array (mut i16)))
    (func (param (ref 0) (ref 1))
      (array.copy 0 1 (local.get 0) (i32.const 0) (local.get 1) (i32.const 0) (i32.const 0))))
  "puts elements of type i16 into an array of type i8")
(assert_invalid (module (func (drop (array.len (ref.null any))))) "(ref null array)")
