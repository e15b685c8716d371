;; A parser for 0.1.3, a later patch of the interface: it imports what it logs to and the types of the
;; interface under that version. Made into a component with wasm-tools, in a folder WIT with
;; src/main/wit/deps in it where every 0.1.0 is made a 0.1.3:
;;
;;   wasm-tools component embed --world chipmunk:parser/parse@0.1.3 WIT later-patch.wat -o later-patch.core.wasm
;;   wasm-tools component new later-patch.core.wasm | wasm-tools strip -a -o later-patch.wasm
(module
  (import "chipmunk:shared/logging@0.1.3" "log" (func $log (param i32 i32 i32)))
  (memory (export "memory") 1)
  ;; At 0 the version 1.0.3; at 16 nothing but zeros: an empty list, no options, a good result.
  (data (i32.const 0) "\01\00\00\00\03\00")
  ;; At 128 the result of parse: a list of one item, which is at 160: no value, 4 bytes consumed.
  (data (i32.const 128) "\00\00\00\00\a0\00\00\00\01\00\00\00")
  (data (i32.const 288) "parsing")
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (i32.mul (memory.grow (i32.const 1)) (i32.const 65536)))
  (func (export "chipmunk:parser/parser@0.1.3#get-version") (result i32) (i32.const 0))
  (func (export "chipmunk:parser/parser@0.1.3#get-config-schemas") (result i32) (i32.const 16))
  (func (export "chipmunk:parser/parser@0.1.3#get-render-options") (result i32) (i32.const 16))
  (func (export "chipmunk:parser/parser@0.1.3#init") (param i32 i32 i32) (result i32) (i32.const 16))
  (func (export "chipmunk:parser/parser@0.1.3#parse") (param i32 i32 i32 i64) (result i32)
    (call $log (i32.const 0) (i32.const 288) (i32.const 7))
    ;; The field "consumed" is the last of the item, which has 96 bytes.
    (i64.store (i32.const 248) (i64.extend_i32_u (local.get 1)))
    (i32.const 128)))
