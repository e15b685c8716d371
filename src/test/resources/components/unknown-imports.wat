;; Imports more than a host may offer: an instance with a resource, a part of another instance, and a
;; function outside of any. Which of them it calls is for the host to say.
(component
  (import "far:off/things@0.2.9" (instance $far
    (export "thing" (type $T (sub resource)))
    (export "[constructor]thing" (func (result (own $T))))
    (export "[method]thing.weigh" (func (param "self" (borrow $T)) (result u32)))))
  (alias export $far "thing" (type $Thing))
  (import "near:by/sums@0.2.9" (instance $near
    (export "one" (func (result u32)))
    (export "two" (func (result u32)))))
  ;; A type that another import has introduced need not be offered again.
  (import "far:off/shelf@0.2.9" (instance $shelf
    (alias outer 1 $Thing (type $Known))
    (export "thing" (type $Same (eq $Known)))
    (export "put" (func (param "it" (own $Same))))))
  (import "alone" (func $alone))
  (core func $make (canon lower (func $far "[constructor]thing")))
  (core func $weigh (canon lower (func $far "[method]thing.weigh")))
  (core func $one (canon lower (func $near "one")))
  (core func $two (canon lower (func $near "two")))
  (core func $put (canon lower (func $shelf "put")))
  (core func $alone' (canon lower (func $alone)))
  (core func $drop (canon resource.drop $Thing))
  (core module $Main
    (import "" "make" (func $make (result i32)))
    (import "" "weigh" (func $weigh (param i32) (result i32)))
    (import "" "one" (func $one (result i32)))
    (import "" "two" (func $two (result i32)))
    (import "" "put" (func $put (param i32)))
    (import "" "alone" (func $alone))
    (import "" "drop" (func $drop (param i32)))
    (func (export "call-one") (result i32) (call $one))
    (func (export "call-two") (result i32) (call $two))
    (func (export "call-make") (result i32) (call $make) (call $weigh (i32.const 1)) (drop))
    (func (export "call-alone") (call $alone)))
  (core instance $main (instantiate $Main (with "" (instance
    (export "make" (func $make))
    (export "weigh" (func $weigh))
    (export "one" (func $one))
    (export "two" (func $two))
    (export "put" (func $put))
    (export "alone" (func $alone'))
    (export "drop" (func $drop))))))
  (func (export "call-one") (result u32) (canon lift (core func $main "call-one")))
  (func (export "call-two") (result u32) (canon lift (core func $main "call-two")))
  (func (export "call-make") (result u32) (canon lift (core func $main "call-make")))
  (func (export "call-alone") (canon lift (core func $main "call-alone"))))
