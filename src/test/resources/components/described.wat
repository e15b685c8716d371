;; Imports and exports of every kind, for the verb "describe".
(component
  (import "test:io/streams@1.2.3" (instance $streams
    (export "stream" (type $stream (sub resource)))
    (type $error' (variant (case "closed") (case "other" string)))
    (export "error" (type $error (eq $error')))
    (export "[method]stream.read"
      (func (param "self" (borrow $stream)) (param "count" u32)
        (result (result (list u8) (error $error)))))))
  (alias export $streams "stream" (type $stream))
  (import "test:io/users@1.2.3" (instance
    (export "stream" (type $s (eq $stream)))
    (export "open" (func (result (own $s))))))
  (import "log" (func (param "text" string)))
  (import "plain" (core module
    (import "env" "f" (func (param i32) (result i64)))
    (export "memory" (memory 1))))
  (import "child" (component
    (import "in" (func))
    (export "out" (func (result (tuple bool char))))))
  (core module $m
    (memory (export "memory") 1)
    (func (export "f") (param i32) (result i32) (local.get 0)))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $memory))
  (type $color' (enum "red" "green"))
  (export $color "color" (type $color'))
  (func (export "mix") (param "with" $color) (result (option bool))
    (canon lift (core func $i "f") (memory $memory))))
