;; The frame of a module: its sections, and what is defined outside of functions.

(module $empty)

(module $all_sections
  (type (func))
  (type $taken (func (param i32)))
  (import "a" "f" (func $imported))
  (import "a" "t" (table 1 2 funcref))
  (import "a" "m" (memory 1 2))
  (import "a" "g" (global $constant i32))
  (import "a" "e" (tag (type $taken)))
  (table $more 3 externref)
  (table $initialised 1 (ref func) (ref.func $imported))
  (memory 0 65536)
  (memory i64 1 281474976710656)
  (tag (type $taken))
  (global $sum (mut i32) (i32.add (global.get $constant) (i32.mul (i32.const 2) (i32.const 3))))
  (global i32 (i32.sub (i32.const 1) (i32.const 1)))
  (global funcref (ref.func $f))
  (global v128 (v128.const i64x2 1 2))
  (export "f" (func $f))
  (export "" (memory 0))
  (export "t" (table $more))
  (start $f)
  (elem $active (table 0) (offset (global.get $constant)) func $f)
  (elem $passive func $f)
  (elem $declared declare func $g)
  (elem $expressions funcref (ref.func $f) (ref.null func))
  (elem (table $more) (offset (i32.const 0)) externref (ref.null extern))
  (func $f)
  (func $g (drop (ref.func $g)) (memory.init 0 $bytes (i32.const 0) (i32.const 0) (i32.const 0)))
  (data $bytes "abc")
  (data (memory 0) (i32.const 0) "d")
  (@custom "name of a section" (after last) "content")
)

;; The preamble.
(assert_malformed (module binary "") "magic number")
(assert_malformed (module binary "\00asm") "magic number")
(assert_malformed (module binary "\00asm\02\00\00\00") "magic number")

;; Sections.
(assert_malformed (module binary "\00asm\01\00\00\00\0e\00") "14 is no section")
(assert_malformed (module binary "\00asm\01\00\00\00\01\02\00") "2 bytes are announced and 1 are left")
(assert_malformed (module binary "\00asm\01\00\00\00\01\02\00\00") "longer than its content")
(assert_malformed (module binary "\00asm\01\00\00\00\01\01\00\01\01\00") "section 1 stands twice")
(assert_malformed (module binary "\00asm\01\00\00\00\03\01\00\01\01\00")
  "section 1 stands behind section 3")
(assert_malformed (module binary "\00asm\01\00\00\00\06\01\00\0d\01\00")
  "section 13 stands behind section 6")
(assert_malformed (module binary "\00asm\01\00\00\00\00\00") "unexpected end")
(assert_malformed (module binary "\00asm\01\00\00\00\00\02\01\ff") "a name is not UTF-8")
(assert_malformed (module binary "\00asm\01\00\00\00\01\05\ff\ff\ff\ff\0f") "elements are announced")
(assert_malformed (module binary "\00asm\01\00\00\00\01\06\80\80\80\80\80\00") "unsigned number")

;; Functions and bodies, data segments and their count.
(assert_malformed (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00")
  "more functions than bodies")
(assert_malformed (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\0a\04\01\02\00\0b")
  "0 functions and 1 bodies")
(assert_malformed (module binary "\00asm\01\00\00\00\0c\01\01") "fewer data segments")
(assert_malformed (module binary "\00asm\01\00\00\00\0c\01\02\0b\03\01\01\00") "2 data segments")
(assert_malformed
  (module binary
    "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00"
    "\0a\07\01\05\00\fc\09\00\0b\0b\03\01\01\00")
  "needs a data count section")

;; Imports and exports.
(assert_invalid (module (import "a" "b" (func (type 0)))) "unknown type 0")
(assert_malformed (module binary "\00asm\01\00\00\00\02\05\01\00\00\05\00") "5 is no kind of import")
(assert_malformed (module binary "\00asm\01\00\00\00\07\04\01\00\05\00") "5 is no kind of export")
(assert_invalid (module (func) (export "a" (func 1))) "unknown export 1")
(assert_invalid (module (func) (export "a" (func 0)) (export "a" (func 0))) "two exports")

;; Limits.
(assert_invalid (module (memory 65537)) "more than 65536 pages")
(assert_invalid (module (memory 0 65537)) "more than 65536 pages")
(assert_invalid (module (memory 2 1)) "larger than the maximum")
(assert_invalid (module (memory i64 281474976710657)) "more than 281474976710656 pages")
(assert_invalid (module (memory 1 shared)) "states no maximum")
(assert_invalid (module (table 2 1 funcref)) "larger than the maximum")
(assert_malformed (module binary "\00asm\01\00\00\00\05\03\01\10\00") "are no limits")
(assert_malformed (module binary "\00asm\01\00\00\00\04\04\01\70\02\00") "are no limits")
(assert_invalid (module (table 1 (ref func))) "needs an expression")
(assert_malformed (module binary "\00asm\01\00\00\00\04\04\01\7f\00\00") "i32 is no reference type")

;; Tags, the start function.
(assert_invalid (module (tag (result i32))) "exception tag is of type [] -> [i32]")
(assert_malformed (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\0d\03\01\01\00") "exception tag")
(assert_invalid (module (func (param i32)) (start 0)) "start function is of type [i32]")
(assert_invalid (module (start 0)) "unknown function 0")

;; Constant expressions.
(assert_invalid (module (global i32 (i64.const 0))) "given one of type i64")
(assert_invalid (module (global i32 (nop))) "nop cannot stand in a constant expression")
(assert_invalid (module (global i32 (i32.const 0) (i32.const 0))) "more values than")
(assert_invalid (module (global i32)) "none left")
(assert_invalid (module (global i32 (global.get 0))) "unknown global 0")
(assert_invalid (module (global (mut i32) (i32.const 0)) (global i32 (global.get 0)))
  "a global that can change")
(assert_invalid (module (global i32 (i32.div_u (i32.const 1) (i32.const 1)))) "i32.div_u cannot")
(assert_invalid (module (global funcref (ref.func 0))) "unknown function 0")
(assert_malformed (module binary "\00asm\01\00\00\00\06\05\01\7f\02\41\00") "2 is no mutability")
(assert_malformed (module binary "\00asm\01\00\00\00\06\05\01\7f\00\41\00") "unexpected end")

;; Segments.
(assert_invalid (module (elem (i32.const 0) func)) "unknown table 0")
(assert_invalid (module (table 1 externref) (func $f) (elem (i32.const 0) func $f))
  "is for a table of type (ref null extern)")
(assert_invalid (module (table 1 funcref) (elem (i64.const 0) func)) "given one of type i64")
(assert_invalid (module (elem func 0)) "unknown function 0")
(assert_invalid (module (elem externref (ref.null func))) "given one of type (ref null func)")
(assert_malformed (module binary "\00asm\01\00\00\00\09\02\01\08") "no flags of an element segment")
(assert_malformed (module binary "\00asm\01\00\00\00\09\04\01\01\01\00") "no kind of elements")
(assert_invalid (module (data (i32.const 0) "")) "unknown memory 0")
(assert_invalid (module (memory i64 1) (data (i32.const 0) "")) "given one of type i32")
(assert_malformed (module binary "\00asm\01\00\00\00\0b\02\01\03") "no mode of a data segment")

;; Bodies.
(assert_malformed (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\05\01\03\00\0b\0b")
  "goes on behind its end")
(assert_malformed (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\04\01\02\00\01")
  "ends before its end instruction")
(assert_malformed
  (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\05\01\03\00\d7\0b")
  "0xd7 is no known instruction")
(assert_malformed
  (module binary "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\06\01\04\00\fc\7f\0b")
  "0xfc 7f is no known instruction")
(assert_invalid
  (module binary
    "\00asm\01\00\00\00\01\04\01\60\00\00\03\02\01\00\0a\0c\01\0a\02\a8\c3\01\7f\a9\c3\01\7f\0b")
  "more than 50000 locals")
