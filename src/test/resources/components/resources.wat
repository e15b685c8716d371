;; A component that implements a resource, and one beside it that uses it.
(component
  (component $Producer
    (core module $Destructor
      (global $dropped (mut i32) (i32.const 0))
      (func (export "dtor") (param i32)
        (if (i32.eq (local.get 0) (i32.const 666)) (then (unreachable)))
        (global.set $dropped (i32.add (global.get $dropped) (local.get 0))))
      (func (export "dropped") (result i32) (global.get $dropped)))
    (core instance $destructor (instantiate $Destructor))
    (type $Thing (resource (rep i32) (dtor (core func $destructor "dtor"))))
    (core func $new (canon resource.new $Thing))
    (core func $drop (canon resource.drop $Thing))
    (core module $Main
      (import "thing" "new" (func $new (param i32) (result i32)))
      (import "thing" "drop" (func $drop (param i32)))
      (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
      (func (export "value") (param i32) (result i32) (local.get 0))
      (func (export "consume") (param i32) (call $drop (local.get 0))))
    (core instance $main (instantiate $Main
      (with "thing" (instance (export "new" (func $new)) (export "drop" (func $drop))))))
    (export $Exported "thing" (type $Thing))
    (func (export "make") (param "value" u32) (result (own $Exported))
      (canon lift (core func $main "make")))
    (func (export "value") (param "self" (borrow $Exported)) (result u32)
      (canon lift (core func $main "value")))
    (func (export "consume") (param "it" (own $Exported))
      (canon lift (core func $main "consume")))
    (func (export "dropped") (result u32)
      (canon lift (core func $destructor "dropped"))))

  (component $Consumer
    (import "producer" (instance $producer
      (export "thing" (type $T (sub resource)))
      (export "make" (func (param "value" u32) (result (own $T))))
      (export "value" (func (param "self" (borrow $T)) (result u32)))))
    (alias export $producer "thing" (type $Thing))
    (core func $make (canon lower (func $producer "make")))
    (core func $value (canon lower (func $producer "value")))
    (core func $drop (canon resource.drop $Thing))
    (core module $Main
      (import "p" "make" (func $make (param i32) (result i32)))
      (import "p" "value" (func $value (param i32) (result i32)))
      (import "p" "drop" (func $drop (param i32)))
      ;; makes a thing, asks it for its value, drops it
      (func (export "run") (param i32) (result i32)
        (local $handle i32) (local $result i32)
        (local.set $handle (call $make (local.get 0)))
        (local.set $result (call $value (local.get $handle)))
        (call $drop (local.get $handle))
        (local.get $result))
      ;; asks a thing that it was lent for its value and gives it back
      (func (export "ask") (param i32) (result i32)
        (local $result i32)
        (local.set $result (call $value (local.get 0)))
        (call $drop (local.get 0))
        (local.get $result))
      ;; breaks the rule that what was lent is given back
      (func (export "keep") (param i32))
      (func (export "pass") (param i32) (result i32) (local.get 0)))
    (core instance $main (instantiate $Main
      (with "p" (instance
        (export "make" (func $make)) (export "value" (func $value)) (export "drop" (func $drop))))))
    (func (export "run") (param "value" u32) (result u32) (canon lift (core func $main "run")))
    (func (export "ask") (param "it" (borrow $Thing)) (result u32)
      (canon lift (core func $main "ask")))
    (func (export "keep") (param "it" (borrow $Thing)) (canon lift (core func $main "keep")))
    (func (export "pass") (param "it" (own $Thing)) (result (own $Thing))
      (canon lift (core func $main "pass"))))

  (instance $producer (instantiate $Producer))
  (instance $other (instantiate $Producer))
  (instance $consumer (instantiate $Consumer (with "producer" (instance $producer))))
  (export "producer" (instance $producer))
  (export "other" (instance $other))
  (export "consumer" (instance $consumer)))
