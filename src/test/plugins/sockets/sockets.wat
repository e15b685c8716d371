;; A parser that tells what it is like any other, and asks for a socket when it is to parse: that it is
;; denied is what it says then. Made
;; into a component with wasm-tools, in a folder WIT with sockets.wit and src/main/wit/deps in it:
;;
;;   wasm-tools component embed --world tamias:sockets/sockets WIT sockets.wat -o sockets.core.wasm
;;   wasm-tools component new sockets.core.wasm | wasm-tools strip -a -o sockets.wasm
(module
  (import "wasi:sockets/instance-network@0.2.9" "instance-network" (func $network (result i32)))
  (import "wasi:sockets/tcp-create-socket@0.2.9" "create-tcp-socket" (func $socket (param i32 i32)))
  (memory (export "memory") 1)
  ;; At 0 the version 1.0.0; at 16 nothing but zeros: an empty list, no options, a good result.
  (data (i32.const 0) "\01\00\00\00\00\00")
  ;; At 32 the error that the session cannot go on, with the text at 96.
  (data (i32.const 32) "\01\00\00\00\00\00\00\00\60\00\00\00\0d\00\00\00")
  (data (i32.const 96) "access-denied")
  ;; Nothing is given back: a page for each piece is more than a test needs.
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (i32.mul (memory.grow (i32.const 1)) (i32.const 65536)))
  (func (export "chipmunk:parser/parser@0.1.0#get-version") (result i32) (i32.const 0))
  (func (export "chipmunk:parser/parser@0.1.0#get-config-schemas") (result i32) (i32.const 16))
  (func (export "chipmunk:parser/parser@0.1.0#get-render-options") (result i32) (i32.const 16))
  (func (export "chipmunk:parser/parser@0.1.0#init") (param i32 i32 i32) (result i32) (i32.const 16))
  (func (export "chipmunk:parser/parser@0.1.0#parse") (param i32 i32 i32 i64) (result i32)
    (drop (call $network))
    (call $socket (i32.const 0) (i32.const 64))
    ;; An error, and that one.
    (if (i32.eqz (i32.and (i32.load8_u (i32.const 64)) (i32.load8_u (i32.const 68))))
      (then unreachable))
    (i32.const 32)))
