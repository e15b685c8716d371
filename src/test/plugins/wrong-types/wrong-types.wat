;; A parser whose functions have other types than the interface gives them; none of them may be called.
;; Made into a component with wasm-tools, in a folder WIT with wrong-types.wit in it:
;;
;;   wasm-tools component embed --world tamias:wrong-types/wrong-types WIT wrong-types.wat -o core.wasm
;;   wasm-tools component new core.wasm | wasm-tools strip -a -o wrong-types.wasm
(module
  (import "chipmunk:shared/logging@0.1.0" "log" (func $log (param i32 i32)))
  (import "acme:host/clock@1.0.0" "now" (func $now (result i64)))
  (memory (export "memory") 1)
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable)
  (func (export "chipmunk:parser/parser@0.1.0#get-version") (result i32)
    (drop (call $now))
    (call $log (i32.const 0) (i32.const 0))
    unreachable)
  (func (export "chipmunk:parser/parser@0.1.0#get-config-schemas") (result i32) unreachable)
  (func (export "chipmunk:parser/parser@0.1.0#init") (param i32 i32) (result i32) unreachable))
