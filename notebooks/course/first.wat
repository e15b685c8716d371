(module
  (memory (export "memory") 1)

  ;; Below 1024: answers that never change. From there on: a heap that only grows.
  (global $free (mut i32) (i32.const 1024))
  (data (i32.const 16) (i16 0 1 0))                    ;; the version, 0.1.0
  (data (i32.const 32) (i32 1 64 2) (i16 30 600))      ;; some: 2 columns, at 64; at least 30, at most 600 wide
  (data (i32.const 64) (i32 128 4 144 16) (i16 80 0))  ;; "Time", "When it happened", 80 wide
  (data (i32.const 84) (i32 136 7 160 17) (i16 -1 0))  ;; "Message", "What was reported", as wide as it likes
  (data (i32.const 128) "Time")
  (data (i32.const 136) "Message")
  (data (i32.const 144) "When it happened")
  (data (i32.const 160) "What was reported")

  ;; The host asks for room here, to put the bytes of the log into.
  (func $alloc (export "cabi_realloc") (param i32 i32 i32) (param $size i32) (result i32)
    (local $at i32)
    (local.set $at (global.get $free))
    (global.set $free (i32.and (i32.add (i32.add (local.get $at) (local.get $size)) (i32.const 7)) (i32.const -8)))
    (loop $more
      (if (i32.gt_u (global.get $free) (i32.mul (memory.size) (i32.const 65536)))
        (then
          (if (i32.eq (memory.grow (i32.const 16)) (i32.const -1)) (then (unreachable)))
          (br $more))))
    (local.get $at))

  (func (export "chipmunk:parser/parser@0.1.0#get-version") (result i32) (i32.const 16))
  (func (export "chipmunk:parser/parser@0.1.0#get-config-schemas") (result i32) (i32.const 0))
  (func (export "chipmunk:parser/parser@0.1.0#get-render-options") (result i32) (i32.const 32))
  (func (export "chipmunk:parser/parser@0.1.0#init") (param i32 i32 i32) (result i32) (i32.const 0))

  (func (export "chipmunk:parser/parser@0.1.0#parse")
        (param $at i32) (param $length i32) (param i32 i64) (result i32)
    (local $end i32) (local $line i32) (local $byte i32) (local $cut i32) (local $items i32) (local $item i32)
    (local.set $end (i32.add (local.get $at) (local.get $length)))
    (local.set $line (local.get $at))
    (local.set $items (global.get $free))
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $at) (local.get $end)))
        (local.set $byte (i32.load8_u (local.get $at)))

        ;; Text is ASCII here, and U+0004 is the border of two cells: anything else becomes a question mark.
        (if (i32.or (i32.ge_u (local.get $byte) (i32.const 128)) (i32.eq (local.get $byte) (i32.const 4)))
          (then (i32.store8 (local.get $at) (i32.const 63))))

        ;; The first space of a line becomes the border.
        (if (i32.and (i32.eq (local.get $byte) (i32.const 32)) (i32.eqz (local.get $cut)))
          (then
            (local.set $cut (i32.const 1))
            (i32.store8 (local.get $at) (i32.const 4))))

        ;; A line feed ends the item. Where there was no space, it becomes the border itself.
        (if (i32.eq (local.get $byte) (i32.const 10))
          (then
            (i32.store8 (local.get $at) (i32.const 4))
            (local.set $item (call $alloc (i32.const 0) (i32.const 0) (i32.const 8) (i32.const 96)))
            (i32.store offset=0 (local.get $item) (i32.const 1))            ;; some
            (i32.store offset=8 (local.get $item) (i32.const 0))            ;; message
            (i32.store offset=16 (local.get $item) (i32.const 0))           ;; line
            (i32.store offset=20 (local.get $item) (local.get $line))       ;; the text: where it begins
            (i32.store offset=24 (local.get $item)                          ;; and how long it is
              (i32.add (i32.sub (local.get $at) (local.get $line)) (i32.eqz (local.get $cut))))
            (i64.store offset=88 (local.get $item)                          ;; consumed: the line feed too
              (i64.extend_i32_u (i32.add (i32.sub (local.get $at) (local.get $line)) (i32.const 1))))
            (local.set $line (i32.add (local.get $at) (i32.const 1)))
            (local.set $cut (i32.const 0))))

        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))

    (if (i32.eq (local.get $items) (global.get $free))
      (then ;; not one line feed: more bytes are wanted
        (i32.store8 offset=0 (i32.const 240) (i32.const 1))                 ;; err
        (i32.store8 offset=4 (i32.const 240) (i32.const 2)))                ;; incomplete
      (else
        (i32.store8 offset=0 (i32.const 240) (i32.const 0))                 ;; ok
        (i32.store offset=4 (i32.const 240) (local.get $items))             ;; the list: where it begins
        (i32.store offset=8 (i32.const 240)                                 ;; and how many items there are
          (i32.div_u (i32.sub (global.get $free) (local.get $items)) (i32.const 96)))))
    (i32.const 240))

  ;; The host has read the answer: all is forgotten.
  (func (export "cabi_post_chipmunk:parser/parser@0.1.0#parse") (param i32)
    (global.set $free (i32.const 1024))))
