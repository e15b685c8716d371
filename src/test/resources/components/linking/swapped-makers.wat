;; Asks for a component whose function returns its own resource, not the one that it imports.
(component
  (import "thing" (type $thing (sub resource)))
  (import "make" (func $make (result (own $thing))))
  (import "maker" (component $Maker
    (import "thing" (type $t (sub resource)))
    (import "make" (func (result (own $t))))
    (export "own" (type $o (sub resource)))
    (export "pass" (func (result (own $o))))
  ))
)
