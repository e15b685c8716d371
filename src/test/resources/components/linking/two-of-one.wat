;; Asks two instances for the same resource type.
(component
  (import "left" (instance $left (export "thing" (type (sub resource)))))
  (alias export $left "thing" (type $thing))
  (import "right" (instance $right
    (export "thing" (type (eq $thing)))
    (export "value" (func (param "of" (borrow $thing)) (result u32)))
  ))
)
