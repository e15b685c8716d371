;; rows(n) is a list of n records.
(component
  (type $row' (record (field "id" u32) (field "name" string)))
  (export $row "row" (type $row'))
  (core module $m
    (memory (export "memory") 16)
    (data (i32.const 16) "odd")
    (data (i32.const 24) "even")
    (func (export "rows") (param $count i32) (result i32)
      (local $i i32)
      (local $at i32)
      (local.set $at (i32.const 64))
      (block $done
        (loop $more
          (br_if $done (i32.eq (local.get $i) (local.get $count)))
          (i32.store (local.get $at) (local.get $i))
          (if (i32.and (local.get $i) (i32.const 1))
            (then
              (i32.store offset=4 (local.get $at) (i32.const 16))
              (i32.store offset=8 (local.get $at) (i32.const 3)))
            (else
              (i32.store offset=4 (local.get $at) (i32.const 24))
              (i32.store offset=8 (local.get $at) (i32.const 4))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (local.set $at (i32.add (local.get $at) (i32.const 12)))
          (br $more)))
      (i32.store (i32.const 0) (i32.const 64))
      (i32.store (i32.const 4) (local.get $count))
      (i32.const 0))
  )
  (core instance $i (instantiate $m))
  (func (export "rows") (param "count" u32) (result (list $row))
    (canon lift (core func $i "rows") (memory (core memory $i "memory"))))
)
