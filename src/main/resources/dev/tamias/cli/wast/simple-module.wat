;; The core module that the host of the conformance suites offers to components.
(module
  (global (export "g") i32 (i32.const 100))
  (func (export "f") (result i32) (i32.const 101)))
