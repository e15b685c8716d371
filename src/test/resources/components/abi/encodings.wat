;; Nine pairs of components, in the three encodings each: the host gives a value to the first, which
;; passes it on to the second, which gives it back.
(component $Root
  (type $Types (instance
    (type $choice' (variant (case "none") (case "name" string) (case "pair" (tuple u8 f64))))
    (export "choice" (type $choice (eq $choice')))
    (type $point' (record (field "x" s32) (field "y" s32)))
    (export "point" (type $point (eq $point')))
    (type $switches' (flags "a" "b" "c"))
    (export "switches" (type $switches (eq $switches')))
    (type $tone' (enum "low" "middle" "high"))
    (export "tone" (type $tone (eq $tone')))
    (type $item' (record
      (field "text" string)
      (field "parts" (list string))
      (field "choice" $choice)
      (field "rows" (list (list u16)))
      (field "points" (list $point))
      (field "characters" (list char))
      (field "gaps" (list (tuple u8 u32)))
      (field "maybe" (option (result s64 (error string))))
      (field "switches" $switches)
      (field "tones" (list $tone))
      (field "numbers" (list f64))))
    (export "item" (type $item (eq $item')))))

  ;; Gives new memory at each call, and spoils what it takes back.
  (core module $Libc
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 1024))
    (func (export "realloc") (param $old i32) (param $old_size i32) (param $align i32)
      (param $size i32) (result i32)
      (local $ptr i32)
      (local.set $ptr (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
      (global.set $next (i32.add (local.get $ptr) (local.get $size)))
      (block $enough
        (loop $more
          (br_if $enough (i32.le_u (global.get $next) (i32.shl (memory.size) (i32.const 16))))
          (if (i32.lt_s (memory.grow (i32.const 1)) (i32.const 0)) (then unreachable))
          (br $more)))
      (memory.copy (local.get $ptr) (local.get $old)
        (select (local.get $size) (local.get $old_size)
          (i32.lt_u (local.get $size) (local.get $old_size))))
      (memory.fill (local.get $old) (i32.const 0xee) (local.get $old_size))
      (local.get $ptr)))

  (core module $Echo
    (import "libc" "memory" (memory 1))
    (func (export "echo") (param i32) (result i32) (local.get 0))
    ;; Looks at the numbers that are passed beside the text.
    (func (export "text") (param i32 i32 i32 i32 f32) (result i32)
      (if (i32.ne (local.get 2) (i32.const -5)) (then unreachable))
      (if (i32.ne (local.get 3) (i32.const 1)) (then unreachable))
      (if (f32.ne (local.get 4) (f32.const 1.5)) (then unreachable))
      (i32.store (i32.const 8) (local.get 0))
      (i32.store (i32.const 12) (local.get 1))
      (i32.const 8))
    (func (export "spoil") (param i32)
      (memory.fill (i32.load (local.get 0)) (i32.const 0xee) (i32.const 4))))

  (core module $Pass
    (import "libc" "memory" (memory 1))
    (import "libc" "realloc" (func $realloc (param i32 i32 i32 i32) (result i32)))
    (import "echo" "echo" (func $echo (param i32 i32)))
    (import "echo" "text" (func $text (param i32 i32 i32 i32 f32 i32)))
    (func (export "echo") (param $it i32) (result i32)
      (local $result i32)
      (local.set $result
        (call $realloc (i32.const 0) (i32.const 0) (i32.const 8) (i32.const 256)))
      (call $echo (local.get $it) (local.get $result))
      (local.get $result))
    (func (export "text") (param i32 i32 i32 i32 f32) (result i32)
      (call $text
        (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4) (i32.const 8))
      (i32.const 8)))

  (component $EchoUtf8
    (import "types" (instance $types (type $Types)))
    (alias export $types "item" (type $item))
    (core instance $libc (instantiate $Libc))
    (core instance $main (instantiate $Echo (with "libc" (instance $libc))))
    (func (export "echo") (param "it" $item) (result $item)
      (canon lift (core func $main "echo") string-encoding=utf8 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (func (export "text") (param "text" string) (param "n" s8) (param "x" (option f32))
      (result string)
      (canon lift (core func $main "text") string-encoding=utf8 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))
        (post-return (core func $main "spoil")))))

  (component $EchoUtf16
    (import "types" (instance $types (type $Types)))
    (alias export $types "item" (type $item))
    (core instance $libc (instantiate $Libc))
    (core instance $main (instantiate $Echo (with "libc" (instance $libc))))
    (func (export "echo") (param "it" $item) (result $item)
      (canon lift (core func $main "echo") string-encoding=utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (func (export "text") (param "text" string) (param "n" s8) (param "x" (option f32))
      (result string)
      (canon lift (core func $main "text") string-encoding=utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))
        (post-return (core func $main "spoil")))))

  (component $EchoLatin1
    (import "types" (instance $types (type $Types)))
    (alias export $types "item" (type $item))
    (core instance $libc (instantiate $Libc))
    (core instance $main (instantiate $Echo (with "libc" (instance $libc))))
    (func (export "echo") (param "it" $item) (result $item)
      (canon lift (core func $main "echo") string-encoding=latin1+utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (func (export "text") (param "text" string) (param "n" s8) (param "x" (option f32))
      (result string)
      (canon lift (core func $main "text") string-encoding=latin1+utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))
        (post-return (core func $main "spoil")))))

  (component $PassUtf8
    (import "types" (instance $types (type $Types)))
    (alias export $types "item" (type $item))
    (import "echo" (func $echo (param "it" $item) (result $item)))
    (import "text" (func $text
      (param "text" string) (param "n" s8) (param "x" (option f32)) (result string)))
    (core instance $libc (instantiate $Libc))
    (core func $echo' (canon lower (func $echo) string-encoding=utf8 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core func $text' (canon lower (func $text) string-encoding=utf8 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core instance $main (instantiate $Pass
      (with "libc" (instance $libc))
      (with "echo" (instance (export "echo" (func $echo')) (export "text" (func $text'))))))
    (func (export "echo") (param "it" $item) (result $item)
      (canon lift (core func $main "echo") string-encoding=utf8 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (func (export "text") (param "text" string) (param "n" s8) (param "x" (option f32))
      (result string)
      (canon lift (core func $main "text") string-encoding=utf8 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc")))))

  (component $PassUtf16
    (import "types" (instance $types (type $Types)))
    (alias export $types "item" (type $item))
    (import "echo" (func $echo (param "it" $item) (result $item)))
    (import "text" (func $text
      (param "text" string) (param "n" s8) (param "x" (option f32)) (result string)))
    (core instance $libc (instantiate $Libc))
    (core func $echo' (canon lower (func $echo) string-encoding=utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core func $text' (canon lower (func $text) string-encoding=utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core instance $main (instantiate $Pass
      (with "libc" (instance $libc))
      (with "echo" (instance (export "echo" (func $echo')) (export "text" (func $text'))))))
    (func (export "echo") (param "it" $item) (result $item)
      (canon lift (core func $main "echo") string-encoding=utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (func (export "text") (param "text" string) (param "n" s8) (param "x" (option f32))
      (result string)
      (canon lift (core func $main "text") string-encoding=utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc")))))

  (component $PassLatin1
    (import "types" (instance $types (type $Types)))
    (alias export $types "item" (type $item))
    (import "echo" (func $echo (param "it" $item) (result $item)))
    (import "text" (func $text
      (param "text" string) (param "n" s8) (param "x" (option f32)) (result string)))
    (core instance $libc (instantiate $Libc))
    (core func $echo' (canon lower (func $echo) string-encoding=latin1+utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core func $text' (canon lower (func $text) string-encoding=latin1+utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core instance $main (instantiate $Pass
      (with "libc" (instance $libc))
      (with "echo" (instance (export "echo" (func $echo')) (export "text" (func $text'))))))
    (func (export "echo") (param "it" $item) (result $item)
      (canon lift (core func $main "echo") string-encoding=latin1+utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (func (export "text") (param "text" string) (param "n" s8) (param "x" (option f32))
      (result string)
      (canon lift (core func $main "text") string-encoding=latin1+utf16 (memory (core memory $libc "memory")) (realloc (core func $libc "realloc")))))

  (component $TypesImpl
    (type $choice' (variant (case "none") (case "name" string) (case "pair" (tuple u8 f64))))
    (export $choice "choice" (type $choice'))
    (type $point' (record (field "x" s32) (field "y" s32)))
    (export $point "point" (type $point'))
    (type $switches' (flags "a" "b" "c"))
    (export $switches "switches" (type $switches'))
    (type $tone' (enum "low" "middle" "high"))
    (export $tone "tone" (type $tone'))
    (type $item' (record
      (field "text" string)
      (field "parts" (list string))
      (field "choice" $choice)
      (field "rows" (list (list u16)))
      (field "points" (list $point))
      (field "characters" (list char))
      (field "gaps" (list (tuple u8 u32)))
      (field "maybe" (option (result s64 (error string))))
      (field "switches" $switches)
      (field "tones" (list $tone))
      (field "numbers" (list f64))))
    (export "item" (type $item')))
  (instance $types (instantiate $TypesImpl))
  (instance $echo-utf8 (instantiate $EchoUtf8 (with "types" (instance $types))))
  (instance $echo-utf16 (instantiate $EchoUtf16 (with "types" (instance $types))))
  (instance $echo-latin1 (instantiate $EchoLatin1 (with "types" (instance $types))))
  (instance $utf8-utf8 (instantiate $PassUtf8
    (with "types" (instance $types))
    (with "echo" (func $echo-utf8 "echo"))
    (with "text" (func $echo-utf8 "text"))))
  (instance $utf8-utf16 (instantiate $PassUtf8
    (with "types" (instance $types))
    (with "echo" (func $echo-utf16 "echo"))
    (with "text" (func $echo-utf16 "text"))))
  (instance $utf8-latin1 (instantiate $PassUtf8
    (with "types" (instance $types))
    (with "echo" (func $echo-latin1 "echo"))
    (with "text" (func $echo-latin1 "text"))))
  (instance $utf16-utf8 (instantiate $PassUtf16
    (with "types" (instance $types))
    (with "echo" (func $echo-utf8 "echo"))
    (with "text" (func $echo-utf8 "text"))))
  (instance $utf16-utf16 (instantiate $PassUtf16
    (with "types" (instance $types))
    (with "echo" (func $echo-utf16 "echo"))
    (with "text" (func $echo-utf16 "text"))))
  (instance $utf16-latin1 (instantiate $PassUtf16
    (with "types" (instance $types))
    (with "echo" (func $echo-latin1 "echo"))
    (with "text" (func $echo-latin1 "text"))))
  (instance $latin1-utf8 (instantiate $PassLatin1
    (with "types" (instance $types))
    (with "echo" (func $echo-utf8 "echo"))
    (with "text" (func $echo-utf8 "text"))))
  (instance $latin1-utf16 (instantiate $PassLatin1
    (with "types" (instance $types))
    (with "echo" (func $echo-utf16 "echo"))
    (with "text" (func $echo-utf16 "text"))))
  (instance $latin1-latin1 (instantiate $PassLatin1
    (with "types" (instance $types))
    (with "echo" (func $echo-latin1 "echo"))
    (with "text" (func $echo-latin1 "text"))))
  (export "types" (instance $types))
  (export "utf8-utf8" (instance $utf8-utf8))
  (export "utf8-utf16" (instance $utf8-utf16))
  (export "utf8-latin1" (instance $utf8-latin1))
  (export "utf16-utf8" (instance $utf16-utf8))
  (export "utf16-utf16" (instance $utf16-utf16))
  (export "utf16-latin1" (instance $utf16-latin1))
  (export "latin1-utf8" (instance $latin1-utf8))
  (export "latin1-utf16" (instance $latin1-utf16))
  (export "latin1-latin1" (instance $latin1-latin1)))
