;; A component whose only function leaves an i64 where it says i32:
;;
;;   wasm-tools parse bad-body.wat -o bad-body.wasm
(component
  (core module $bad (func (export "f") (result i32) i64.const 0))
  (core instance $instance (instantiate $bad))
  (func (export "f") (result s32) (canon lift (core func $instance "f"))))
