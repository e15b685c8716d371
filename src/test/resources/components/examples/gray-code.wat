;; A core module that encodes numbers in Gray code.
(module
  (func (export "encode") (param i32) (result i32)
    (i32.xor (local.get 0) (i32.shr_u (local.get 0) (i32.const 1)))))
