;; A component that imports functions of WASI, and of other types than WASI's.
;;
;;   wasm-tools parse wasi-types.wat -o wasi-types.wasm
(component
  (import "wasi:random/random@0.2.0" (instance (export "get-random-u64" (func (result u32)))))
  (import "wasi:cli/environment@0.2.0"
    (instance (export "get-environment" (func (result string)))))
  (import "wasi:clocks/monotonic-clock@0.2.0"
    (instance (export "now" (func (param "at" u64) (result u64))))))
