;; Asks for the exports of provider.wat, with types that they do not have.
(component
  (type $point' (record (field "x" u32) (field "z" u32)))
  (import "tamias:linking/shapes@1.0.0" (instance $shapes
    (export "point" (type $point (eq $point')))
    (export "sum" (func (param "p" $point) (result u32)))
  ))
)
