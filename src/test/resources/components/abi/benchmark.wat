;; What the benchmark of the Canonical ABI measures: a call with three scalars, and a long list of
;; records, told to the host or passed on to another component.
(component
  (component $producer
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "2026-01-01 12:00:00.000 INFO net 00000000")
      (global $next (mut i32) (i32.const 1024))
      (func $allocate (param $size i32) (result i32)
        (local $ptr i32)
        (local.set $ptr (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
        (global.set $next (i32.add (local.get $ptr) (local.get $size)))
        (block $enough
          (loop $more
            (br_if $enough
              (i32.le_u (global.get $next) (i32.shl (memory.size) (i32.const 16))))
            (if (i32.lt_s (memory.grow (i32.const 16)) (i32.const 0)) (then unreachable))
            (br $more)))
        (local.get $ptr))
      (func (export "add") (param i32 i32 i64) (result i64)
        (i64.add
          (i64.extend_i32_u (i32.add (local.get 0) (local.get 1)))
          (local.get 2)))
      ;; Makes the list at the first call and keeps it.
      (func (export "items") (param $count i32) (result i32)
        (local $list i32) (local $i i32) (local $item i32) (local $text i32)
        (if (i32.ne (i32.load (i32.const 12)) (local.get $count))
          (then
            (local.set $list (call $allocate (i32.mul (local.get $count) (i32.const 24))))
            (block $done
              (loop $next_item
                (br_if $done (i32.eq (local.get $i) (local.get $count)))
                (local.set $text (call $allocate (i32.const 41)))
                (memory.copy (local.get $text) (i32.const 64) (i32.const 41))
                (i32.store8 offset=40 (local.get $text)
                  (i32.add (i32.const 48) (i32.rem_u (local.get $i) (i32.const 10))))
                (local.set $item
                  (i32.add (local.get $list) (i32.mul (local.get $i) (i32.const 24))))
                (i32.store (local.get $item) (local.get $i))
                (i32.store offset=4 (local.get $item) (i32.const 7))
                (i64.store offset=8 (local.get $item) (i64.extend_i32_u (local.get $i)))
                (i32.store offset=16 (local.get $item) (local.get $text))
                (i32.store offset=20 (local.get $item) (i32.const 41))
                (local.set $i (i32.add (local.get $i) (i32.const 1)))
                (br $next_item)))
            (i32.store (i32.const 8) (local.get $list))
            (i32.store (i32.const 12) (local.get $count))))
        (i32.const 8))
      ;; As many u64 as are asked for, whatever lies there.
      (func (export "numbers") (param $count i32) (result i32)
        (if (i32.lt_u (i32.load (i32.const 20)) (local.get $count))
          (then
            (i32.store (i32.const 16)
              (call $allocate (i32.mul (local.get $count) (i32.const 8))))))
        (i32.store (i32.const 20) (local.get $count))
        (i32.const 16)))
    (core instance $i (instantiate $m))
    (type $item' (record
      (field "id" u32) (field "level" u32) (field "time" u64) (field "text" string)))
    (export $item "item" (type $item'))
    (func (export "add") (param "a" u32) (param "b" u32) (param "c" u64) (result u64)
      (canon lift (core func $i "add")))
    (func (export "items") (param "count" u32) (result (list $item))
      (canon lift (core func $i "items") (memory (core memory $i "memory"))))
    (func (export "numbers") (param "count" u32) (result (list u64))
      (canon lift (core func $i "numbers") (memory (core memory $i "memory")))))

  ;; Asks the producer for what the host asks it, and gives back the length.
  (component $consumer
    (type $item' (record
      (field "id" u32) (field "level" u32) (field "time" u64) (field "text" string)))
    (import "item" (type $item (eq $item')))
    (import "add" (func $add (param "a" u32) (param "b" u32) (param "c" u64) (result u64)))
    (import "items" (func $items (param "count" u32) (result (list $item))))
    (import "numbers" (func $numbers (param "count" u32) (result (list u64))))
    (core module $libc
      (memory (export "memory") 1)
      (global $next (mut i32) (i32.const 1024))
      (func (export "reset") (global.set $next (i32.const 1024)))
      (func (export "realloc") (param i32 i32 i32) (param $size i32) (result i32)
        (local $ptr i32)
        (local.set $ptr (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
        (global.set $next (i32.add (local.get $ptr) (local.get $size)))
        (block $enough
          (loop $more
            (br_if $enough
              (i32.le_u (global.get $next) (i32.shl (memory.size) (i32.const 16))))
            (if (i32.lt_s (memory.grow (i32.const 16)) (i32.const 0)) (then unreachable))
            (br $more)))
        (local.get $ptr)))
    (core instance $libc (instantiate $libc))
    (core func $add' (canon lower (func $add)))
    (core func $items' (canon lower (func $items)
      (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core func $numbers' (canon lower (func $numbers)
      (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core module $m
      (import "" "memory" (memory 1))
      (import "" "reset" (func $reset))
      (import "" "add" (func $add (param i32 i32 i64) (result i64)))
      (import "" "items" (func $items (param i32 i32)))
      (import "" "numbers" (func $numbers (param i32 i32)))
      (func (export "add") (param $times i32) (result i64)
        (local $sum i64)
        (loop $again
          (local.set $sum (call $add (local.get $times) (i32.const 2) (local.get $sum)))
          (local.set $times (i32.sub (local.get $times) (i32.const 1)))
          (br_if $again (local.get $times)))
        (local.get $sum))
      (func (export "items") (param $count i32) (result i32)
        (call $reset)
        (call $items (local.get $count) (i32.const 8))
        (i32.load (i32.const 12)))
      (func (export "numbers") (param $count i32) (result i32)
        (call $reset)
        (call $numbers (local.get $count) (i32.const 8))
        (i32.load (i32.const 12))))
    (core instance $i (instantiate $m (with "" (instance
      (export "memory" (memory $libc "memory"))
      (export "reset" (func $libc "reset"))
      (export "add" (func $add'))
      (export "items" (func $items'))
      (export "numbers" (func $numbers'))))))
    (func (export "add") (param "times" u32) (result u64) (canon lift (core func $i "add")))
    (func (export "items") (param "count" u32) (result u32) (canon lift (core func $i "items")))
    (func (export "numbers") (param "count" u32) (result u32)
      (canon lift (core func $i "numbers"))))

  (instance $producer (instantiate $producer))
  (instance $consumer (instantiate $consumer
    (with "item" (type $producer "item"))
    (with "add" (func $producer "add"))
    (with "items" (func $producer "items"))
    (with "numbers" (func $producer "numbers"))))
  (export "producer" (instance $producer))
  (export "consumer" (instance $consumer)))
