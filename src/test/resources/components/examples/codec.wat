;; Leaves the work to a core module that it imports.
(component
  (import "codec" (core module $Codec
    (export "encode" (func (param i32) (result i32)))
  ))
  (core instance $codec (instantiate $Codec))
  (func (export "encode") (param "value" u32) (result u32)
    (canon lift (core func $codec "encode")))
)
