;; Instantiates a component that it imports, twice: its own resource type is another each time.
(component
  (import "thing" (type $thing (sub resource)))
  (import "make" (func $make (result (own $thing))))
  (import "maker" (component $Maker
    (import "thing" (type $t (sub resource)))
    (import "make" (func (result (own $t))))
    (export "pass" (func (result (own $t))))
    (export "own" (type $o (sub resource)))
    (export "new-own" (func (param "rep" u32) (result (own $o))))
    (export "value" (func (param "of" (borrow $o)) (result u32)))
  ))
  (instance $a (instantiate $Maker (with "thing" (type $thing)) (with "make" (func $make))))
  (instance $b (instantiate $Maker (with "thing" (type $thing)) (with "make" (func $make))))
  (export "a" (instance $a))
  (export "b" (instance $b))
)
