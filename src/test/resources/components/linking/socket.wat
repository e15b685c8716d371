;; Fills a table, with a type list of its own, for a core module that it imports.
(component
  (import "plug" (core module $Plug
    (import "env" "table" (table 2 funcref))
    (export "call" (func (param i32 i32) (result i32)))
  ))
  (core module $Table
    (type (func))
    (type (func (param i64) (result i64)))
    (type $unary (func (param i32) (result i32)))
    (table (export "table") 2 funcref)
    (elem (i32.const 0) $double $negate)
    (func $double (type $unary) (i32.shl (local.get 0) (i32.const 1)))
    (func $negate (type $unary) (i32.sub (i32.const 0) (local.get 0)))
  )
  (core instance $table (instantiate $Table))
  (core instance $plug (instantiate $Plug (with "env" (instance $table))))
  (func (export "call") (param "index" u32) (param "value" s32) (result s32)
    (canon lift (core func $plug "call")))
)
