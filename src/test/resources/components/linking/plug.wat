;; A core module that calls through a table that another one filled, by a type that is its first.
(module
  (type $unary (func (param i32) (result i32)))
  (import "env" "table" (table 2 funcref))
  (func (export "call") (param i32 i32) (result i32)
    (call_indirect (type $unary) (local.get 1) (local.get 0)))
  (func (export "more"))
)
