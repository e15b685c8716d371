;; What can be given for what (Explainer.md, "Type Checking").

;; An export can be stated to be less than it is.
(component definition
  (import "i" (instance $i (export "f" (func)) (export "g" (func))))
  (export "less" (instance $i) (instance (export "g" (func)))))
(assert_invalid
  (component
    (import "i" (instance $i (export "g" (func))))
    (export "more" (instance $i) (instance (export "f" (func)) (export "g" (func)))))
  "export \"more\" is not of the type that it states: its export \"f\": is missing")
(assert_invalid
  (component
    (import "f" (func $f (param "a" u8)))
    (export "g" (func $f) (func (param "b" u8))))
  "a function of another type is given")

;; A resource type can be stated to be any, which is then another one.
(component definition
  (type $r (resource (rep i32)))
  (export "known" (type $r))
  (export "any" (type $r) (type (sub resource))))

;; The types of types are to be equal, not only to match.
(assert_invalid
  (component
    (type $more (instance (export "f" (func)) (export "g" (func))))
    (type $less (instance (export "f" (func))))
    (export "t" (type $more) (type (eq $less))))
  "another type is given")

;; A component that asks for less can be given, one that asks for more cannot.
(component definition
  (component $user (import "c" (component (import "f" (func)) (import "g" (func)))))
  (component $c (import "f" (func)))
  (instance (instantiate $user (with "c" (component $c)))))
(assert_invalid
  (component
    (component $user (import "c" (component (import "f" (func)))))
    (component $c (import "f" (func)) (import "g" (func)))
    (instance (instantiate $user (with "c" (component $c)))))
  "its import \"g\": is not expected")

;; Records, variants, enums and flags are equal by what they are, whatever their names.
(component definition
  (component $user
    (type $colour (enum "red" "green"))
    (import "colour" (type (eq $colour))))
  (type $paint (enum "red" "green"))
  (import "paint" (type $paint' (eq $paint)))
  (instance (instantiate $user (with "colour" (type $paint'))))
  (instance (instantiate $user (with "colour" (type $paint)))))
(assert_invalid
  (component
    (component $user
      (type $colour (enum "red" "green"))
      (import "colour" (type (eq $colour))))
    (type $paint (enum "green" "red"))
    (instance (instantiate $user (with "colour" (type $paint)))))
  "the component's import \"colour\" (type): another type is given")
