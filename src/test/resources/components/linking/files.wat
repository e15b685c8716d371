;; Makes resources of the host, drops some and keeps the others; can trap while it starts.
(component
  (import "tamias:linking/files" (instance $files
    (export "file" (type $file (sub resource)))
    (export "[constructor]file" (func (param "id" u32) (result (own $file))))
    (export "start" (func (result bool)))
  ))
  (alias export $files "file" (type $file))
  (core func $new (canon lower (func $files "[constructor]file")))
  (core func $start (canon lower (func $files "start")))
  (core func $drop (canon resource.drop $file))
  (core module $m
    (import "" "new" (func $new (param i32) (result i32)))
    (import "" "start" (func $start (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (func $init
      (drop (call $new (i32.const 100)))
      (if (i32.eqz (call $start)) (then unreachable)))
    (start $init)
    (func (export "keep") (param i32) (drop (call $new (local.get 0))))
    (func (export "use") (param i32) (call $drop (call $new (local.get 0))))
  )
  (core instance $i (instantiate $m (with "" (instance
    (export "new" (func $new))
    (export "start" (func $start))
    (export "drop" (func $drop))
  ))))
  (func (export "keep") (param "id" u32) (canon lift (core func $i "keep")))
  (func (export "use") (param "id" u32) (canon lift (core func $i "use")))
)
