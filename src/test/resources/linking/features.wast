;; What the core engine runs beyond WebAssembly 1.0; each module gives 42.

;; Atomic instructions on a memory that is not shared.
(module
  (memory 1)
  (func (export "f") (result i32) (drop (i32.atomic.rmw.add (i32.const 0) (i32.const 42))) (i32.atomic.load (i32.const 0))))
(assert_return (invoke "f") (i32.const 42))

;; The same on a shared memory.
(module
  (memory 1 1 shared)
  (func (export "f") (result i32) (drop (i32.atomic.rmw.add (i32.const 0) (i32.const 42))) (i32.atomic.load (i32.const 0))))
(assert_return (invoke "f") (i32.const 42))

;; Nobody waits.
(module
  (memory 1 1 shared)
  (func (export "f") (result i32) (i32.add (i32.const 42) (memory.atomic.notify (i32.const 0) (i32.const 1)))))
(assert_return (invoke "f") (i32.const 42))

;; Tail calls: to itself, to another function, through a table, through a reference.
(module
  (func $a (param i32) (result i32) (if (result i32) (local.get 0) (then (return_call $a (i32.sub (local.get 0) (i32.const 1)))) (else (i32.const 42))))
  (func (export "f") (result i32) (call $a (i32.const 1000))))
(assert_return (invoke "f") (i32.const 42))

(module
  (func $a (param i32) (result i32) (if (result i32) (local.get 0) (then (return_call $b (i32.sub (local.get 0) (i32.const 1)))) (else (i32.const 42))))
  (func $b (param i32) (result i32) (return_call $a (local.get 0)))
  (func (export "f") (result i32) (call $a (i32.const 1000))))
(assert_return (invoke "f") (i32.const 42))

(module
  (table funcref (elem $a))
  (func $a (param i32) (result i32) (if (result i32) (local.get 0) (then (return_call_indirect (param i32) (result i32) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0))) (else (i32.const 42))))
  (func (export "f") (result i32) (call $a (i32.const 1000))))
(assert_return (invoke "f") (i32.const 42))

(module
  (type $t (func (param i32) (result i32)))
  (elem declare func $a)
  (func $a (type $t) (if (result i32) (local.get 0) (then (return_call_ref $t (i32.sub (local.get 0) (i32.const 1)) (ref.func $a))) (else (i32.const 42))))
  (func (export "f") (result i32) (call $a (i32.const 1000))))
(assert_return (invoke "f") (i32.const 42))

;; A typed function reference.
(module
  (type $t (func (param i32) (result i32)))
  (elem declare func $a)
  (func $a (type $t) (local.get 0))
  (func (export "f") (result i32) (call_ref $t (i32.const 42) (ref.func $a))))
(assert_return (invoke "f") (i32.const 42))

;; Several memories.
(module
  (memory 1)
  (memory 1)
  (func (export "f") (result i32) (i32.store 1 (i32.const 0) (i32.const 42)) (i32.load 1 (i32.const 0))))
(assert_return (invoke "f") (i32.const 42))

(module
  (memory 1)
  (memory 1)
  (func (export "f") (result i32) (i32.store 1 (i32.const 0) (i32.const 42)) (memory.copy 0 1 (i32.const 8) (i32.const 0) (i32.const 4)) (i32.load 0 (i32.const 8))))
(assert_return (invoke "f") (i32.const 42))

(module
  (memory 1)
  (memory 1)
  (data $d "\2a\00\00\00")
  (func (export "f") (result i32) (memory.init 1 $d (i32.const 4) (i32.const 0) (i32.const 4)) (memory.fill 1 (i32.const 100) (i32.const 0) (i32.const 4)) (i32.load 1 (i32.const 4))))
(assert_return (invoke "f") (i32.const 42))

;; Structs, arrays, i31, recursive types.
(module
  (type $s (struct (field i32)))
  (func (export "f") (result i32) (struct.get $s 0 (struct.new $s (i32.const 42)))))
(assert_return (invoke "f") (i32.const 42))

(module
  (type $s (array (mut i32)))
  (func (export "f") (result i32) (array.get $s (array.new $s (i32.const 42) (i32.const 3)) (i32.const 1))))
(assert_return (invoke "f") (i32.const 42))

(module
  (func (export "f") (result i32) (i31.get_s (ref.i31 (i32.const 42)))))
(assert_return (invoke "f") (i32.const 42))

(module
  (rec (type $a (func (result i32))) (type $b (struct (field (ref null $a)))))
  (func (export "f") (result i32) (i32.const 42)))
(assert_return (invoke "f") (i32.const 42))

;; Exceptions, and references to them.
(module
  (tag $e (param i32))
  (func (export "f") (result i32) (block $h (result i32) (try_table (result i32) (catch $e $h) (throw $e (i32.const 42))))))
(assert_return (invoke "f") (i32.const 42))

(module
  (tag $e (param i32))
  (func (export "f") (result i32) (local $x exnref) (block $h2 (result i32) (try_table (result i32) (catch $e $h2) (block $h (result i32 exnref) (try_table (catch_ref $e $h) (throw $e (i32.const 42))) unreachable) (local.set $x) drop (throw_ref (local.get $x))))))
(assert_return (invoke "f") (i32.const 42))

;; Arithmetic in constant expressions.
(module
  (global i32 (i32.const 40))
  (global $g i32 (i32.add (i32.const 40) (i32.const 2)))
  (func (export "f") (result i32) (global.get $g)))
(assert_return (invoke "f") (i32.const 42))

;; Bulk memory.
(module
  (memory 1)
  (data "\2a\00\00\00")
  (func (export "f") (result i32) (memory.init 0 (i32.const 4) (i32.const 0) (i32.const 4)) (memory.copy (i32.const 8) (i32.const 4) (i32.const 4)) (data.drop 0) (i32.load (i32.const 8))))
(assert_return (invoke "f") (i32.const 42))

;; Several results.
(module
  (func $g (result i32 i64) (i32.const 40) (i64.const 2))
  (func (export "f") (result i32) (call $g) i32.wrap_i64 i32.add))
(assert_return (invoke "f") (i32.const 42))

;; Tables of references, written and copied.
(module
  (table $t 4 funcref)
  (elem declare func $g)
  (func $g (result i32) (i32.const 42))
  (func (export "f") (result i32) (table.set $t (i32.const 2) (ref.func $g)) (table.copy $t $t (i32.const 1) (i32.const 2) (i32.const 1)) (call_indirect $t (result i32) (i32.const 1))))
(assert_return (invoke "f") (i32.const 42))

;; Conversions that saturate, sign extension.
(module
  (func (export "f") (result i32) (i32.trunc_sat_f64_s (f64.const 42.5))))
(assert_return (invoke "f") (i32.const 42))

(module
  (func (export "f") (result i32) (i32.add (i32.const 43) (i32.extend8_s (i32.const 255)))))
(assert_return (invoke "f") (i32.const 42))

;; Several tables.
(module
  (table 1 funcref)
  (table $t 1 funcref)
  (elem (table $t) (i32.const 0) func $g)
  (func $g (result i32) (i32.const 42))
  (func (export "f") (result i32) (call_indirect $t (result i32) (i32.const 0))))
(assert_return (invoke "f") (i32.const 42))

;; A table of other elements than null.
(module
  (func $g (result i32) (i32.const 42))
  (table 4 (ref null func) (ref.func $g))
  (func (export "f") (result i32) (call_indirect (result i32) (i32.const 3))))
(assert_return (invoke "f") (i32.const 42))

;; References of the host.
(module
  (table 2 externref)
  (func (export "f") (result i32) (table.set (i32.const 0) (ref.null extern)) (i32.add (i32.const 41) (ref.is_null (table.get (i32.const 0))))))
(assert_return (invoke "f") (i32.const 42))

;; A function called as its supertype.
(module
  (type $t (sub (func (result i32))))
  (type $u (sub $t (func (result i32))))
  (table funcref (elem $g))
  (func $g (type $u) (i32.const 42))
  (func (export "f") (result i32) (call_indirect (type $t) (i32.const 0))))
(assert_return (invoke "f") (i32.const 42))

;; Branches on null.
(module
  (func (export "f") (result i32) (block $l (br_on_null $l (ref.null func)) drop (return (i32.const 1))) (i32.const 42)))
(assert_return (invoke "f") (i32.const 42))

;; More parameters than a Java method can have.
(module
  (func $g (param
    i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32
    i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32
    i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32
    i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32
    i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32
    i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32
    i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
    (local.get 259))
  (func (export "f") (result i32)
    (i32.const 0) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6) (i32.const 7) (i32.const 8) (i32.const 9) (i32.const 10) (i32.const 11)
    (i32.const 12) (i32.const 13) (i32.const 14) (i32.const 15) (i32.const 16) (i32.const 17) (i32.const 18) (i32.const 19) (i32.const 20) (i32.const 21) (i32.const 22) (i32.const 23)
    (i32.const 24) (i32.const 25) (i32.const 26) (i32.const 27) (i32.const 28) (i32.const 29) (i32.const 30) (i32.const 31) (i32.const 32) (i32.const 33) (i32.const 34) (i32.const 35)
    (i32.const 36) (i32.const 37) (i32.const 38) (i32.const 39) (i32.const 40) (i32.const 41) (i32.const 42) (i32.const 43) (i32.const 44) (i32.const 45) (i32.const 46) (i32.const 47)
    (i32.const 48) (i32.const 49) (i32.const 50) (i32.const 51) (i32.const 52) (i32.const 53) (i32.const 54) (i32.const 55) (i32.const 56) (i32.const 57) (i32.const 58) (i32.const 59)
    (i32.const 60) (i32.const 61) (i32.const 62) (i32.const 63) (i32.const 64) (i32.const 65) (i32.const 66) (i32.const 67) (i32.const 68) (i32.const 69) (i32.const 70) (i32.const 71)
    (i32.const 72) (i32.const 73) (i32.const 74) (i32.const 75) (i32.const 76) (i32.const 77) (i32.const 78) (i32.const 79) (i32.const 80) (i32.const 81) (i32.const 82) (i32.const 83)
    (i32.const 84) (i32.const 85) (i32.const 86) (i32.const 87) (i32.const 88) (i32.const 89) (i32.const 90) (i32.const 91) (i32.const 92) (i32.const 93) (i32.const 94) (i32.const 95)
    (i32.const 96) (i32.const 97) (i32.const 98) (i32.const 99) (i32.const 100) (i32.const 101) (i32.const 102) (i32.const 103) (i32.const 104) (i32.const 105) (i32.const 106) (i32.const 107)
    (i32.const 108) (i32.const 109) (i32.const 110) (i32.const 111) (i32.const 112) (i32.const 113) (i32.const 114) (i32.const 115) (i32.const 116) (i32.const 117) (i32.const 118) (i32.const 119)
    (i32.const 120) (i32.const 121) (i32.const 122) (i32.const 123) (i32.const 124) (i32.const 125) (i32.const 126) (i32.const 127) (i32.const 128) (i32.const 129) (i32.const 130) (i32.const 131)
    (i32.const 132) (i32.const 133) (i32.const 134) (i32.const 135) (i32.const 136) (i32.const 137) (i32.const 138) (i32.const 139) (i32.const 140) (i32.const 141) (i32.const 142) (i32.const 143)
    (i32.const 144) (i32.const 145) (i32.const 146) (i32.const 147) (i32.const 148) (i32.const 149) (i32.const 150) (i32.const 151) (i32.const 152) (i32.const 153) (i32.const 154) (i32.const 155)
    (i32.const 156) (i32.const 157) (i32.const 158) (i32.const 159) (i32.const 160) (i32.const 161) (i32.const 162) (i32.const 163) (i32.const 164) (i32.const 165) (i32.const 166) (i32.const 167)
    (i32.const 168) (i32.const 169) (i32.const 170) (i32.const 171) (i32.const 172) (i32.const 173) (i32.const 174) (i32.const 175) (i32.const 176) (i32.const 177) (i32.const 178) (i32.const 179)
    (i32.const 180) (i32.const 181) (i32.const 182) (i32.const 183) (i32.const 184) (i32.const 185) (i32.const 186) (i32.const 187) (i32.const 188) (i32.const 189) (i32.const 190) (i32.const 191)
    (i32.const 192) (i32.const 193) (i32.const 194) (i32.const 195) (i32.const 196) (i32.const 197) (i32.const 198) (i32.const 199) (i32.const 200) (i32.const 201) (i32.const 202) (i32.const 203)
    (i32.const 204) (i32.const 205) (i32.const 206) (i32.const 207) (i32.const 208) (i32.const 209) (i32.const 210) (i32.const 211) (i32.const 212) (i32.const 213) (i32.const 214) (i32.const 215)
    (i32.const 216) (i32.const 217) (i32.const 218) (i32.const 219) (i32.const 220) (i32.const 221) (i32.const 222) (i32.const 223) (i32.const 224) (i32.const 225) (i32.const 226) (i32.const 227)
    (i32.const 228) (i32.const 229) (i32.const 230) (i32.const 231) (i32.const 232) (i32.const 233) (i32.const 234) (i32.const 235) (i32.const 236) (i32.const 237) (i32.const 238) (i32.const 239)
    (i32.const 240) (i32.const 241) (i32.const 242) (i32.const 243) (i32.const 244) (i32.const 245) (i32.const 246) (i32.const 247) (i32.const 248) (i32.const 249) (i32.const 250) (i32.const 251)
    (i32.const 252) (i32.const 253) (i32.const 254) (i32.const 255) (i32.const 256) (i32.const 257) (i32.const 258) (i32.const 42)
    (call $g)))
(assert_return (invoke "f") (i32.const 42))
