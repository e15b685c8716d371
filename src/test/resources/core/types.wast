;; Type definitions and their matching.

(module $defined
  (type $f (func (param i32 i64 f32 f64 v128 funcref externref) (result i32 i32)))
  (type $s (sub (struct (field i8) (field (mut i16)) (field (ref null $f)))))
  (type $deeper (sub final $s (struct (field i8) (field (mut i16)) (field (ref $f)) (field eqref))))
  (rec
    (type $list (struct (field i32) (field (mut (ref null $list)))))
    (type $array (array (mut (ref $list)))))
  (type $above (sub (func (param (ref null $deeper)) (result (ref null $s)))))
  (type $below (sub $above (func (param (ref null $s)) (result (ref null $deeper)))))
  (type $ends (struct (field nullref nullfuncref nullexternref nullexnref)))
)

;; Equal recursion groups are one type, wherever they stand.
(module
  (rec (type $a1 (func (param (ref $a2)))) (type $a2 (struct (field (ref $a1)))))
  (rec (type $b1 (func (param (ref $b2)))) (type $b2 (struct (field (ref $b1)))))
  (func (param (ref $a1)) (result (ref $b1)) (local.get 0))
)
(assert_invalid
  (module
    (rec (type $a1 (func (param (ref $a2)))) (type $a2 (struct (field (ref $a1)))))
    (rec (type $b2 (struct (field (ref $b1)))) (type $b1 (func (param (ref $b2)))))
    (func (param (ref $a1)) (result (ref $b1)) (local.get 0)))
  "takes a value of type (ref 3) and is given one of type (ref 0)")
(assert_invalid
  (module
    (type $a (func (param (ref null $a))))
    (type $b (func (param (ref null $a))))
    (func (param (ref $a)) (result (ref $b)) (local.get 0)))
  "takes a value of type (ref 1) and is given one of type (ref 0)")

;; What matches what.
(module
  (type $struct (struct))
  (type $array (array i8))
  (type $func (func))
  (func (param (ref $struct)) (result structref) (local.get 0))
  (func (param (ref $array)) (result arrayref) (local.get 0))
  (func (param (ref $func)) (result funcref) (local.get 0))
  (func (param structref) (result eqref) (local.get 0))
  (func (param arrayref) (result eqref) (local.get 0))
  (func (param i31ref) (result eqref) (local.get 0))
  (func (param eqref) (result anyref) (local.get 0))
  (func (param nullref) (result (ref null $struct)) (local.get 0))
  (func (param nullref) (result (ref null $array)) (local.get 0))
  (func (param nullfuncref) (result (ref null $func)) (local.get 0))
  (func (param nullexternref) (result externref) (local.get 0))
  (func (param nullexnref) (result exnref) (local.get 0))
  (func (param (ref any)) (result anyref) (local.get 0))
)
(assert_invalid (module (func (param anyref) (result (ref any)) (local.get 0)))
  "takes a value of type (ref any)")
(assert_invalid (module (func (param funcref) (result anyref) (local.get 0)))
  "given one of type (ref null func)")
(assert_invalid (module (func (param externref) (result anyref) (local.get 0)))
  "given one of type (ref null extern)")
(assert_invalid (module (func (param nullfuncref) (result anyref) (local.get 0)))
  "given one of type (ref null nofunc)")
(assert_invalid (module (type $s (struct)) (func (param structref) (result (ref $s)) (local.get 0)))
  "given one of type (ref null struct)")
(assert_invalid
  (module (type $f (func)) (func (param nullref) (result (ref null $f)) (local.get 0)))
  "given one of type (ref null none)")

;; Definitions.
(assert_invalid (module (type (func (param (ref null 1))))) "unknown type 1")
(assert_invalid (module (type (sub 0 (func)))) "which does not precede it")
(assert_invalid (module (type (struct)) (type (sub 0 (struct)))) "a final one")
(assert_invalid (module (type (sub (struct))) (type (sub 0 (func)))) "does not match type 0")
(assert_invalid (module (type (sub (struct (field i32)))) (type (sub 0 (struct)))) "does not match")
(assert_invalid
  (module (type (sub (struct (field i32)))) (type (sub 0 (struct (field i64)))))
  "does not match type 0")
(assert_invalid
  (module (type (sub (struct (field i32)))) (type (sub 0 (struct (field (mut i32))))))
  "does not match type 0")
(assert_invalid
  (module (type (sub (array (mut anyref)))) (type (sub 0 (array (mut eqref)))))
  "does not match type 0")
(assert_invalid
  (module (type (sub (func (param eqref)))) (type (sub 0 (func (param i31ref)))))
  "does not match type 0")
(assert_invalid (module (type (struct)) (func (type 0))) "type 0 is no function type")
(assert_malformed (module binary "\00asm\01\00\00\00\01\02\01\61") "0x61 is no known type")
(assert_malformed (module binary "\00asm\01\00\00\00\01\05\01\60\01\79\00") "no known value type")
(assert_malformed (module binary "\00asm\01\00\00\00\01\06\01\60\01\63\40\00") "no known heap type")
(assert_malformed (module binary "\00asm\01\00\00\00\01\04\01\5e\7f\02") "2 is no mutability")
(assert_invalid (module binary "\00asm\01\00\00\00\01\08\01\50\02\00\00\60\00\00") "extends 2 types")
