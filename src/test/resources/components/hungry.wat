;; A guest that asks for as much as it is told to: handles, random bytes, output, memory, elements of a
;; table, values of one call, open files.
(component
  (import "wasi:io/error@0.2.0" (instance $errors (export "error" (type (sub resource)))))
  (alias export $errors "error" (type $error))
  (import "wasi:io/poll@0.2.0" (instance $poll (export "pollable" (type (sub resource)))))
  (alias export $poll "pollable" (type $pollable))
  (import "wasi:io/streams@0.2.0" (instance $streams
    (export "output-stream" (type $output (sub resource)))
    (alias outer 1 $error (type $outer-error))
    (export "error" (type $error (eq $outer-error)))
    (type $stream-error' (variant (case "last-operation-failed" (own $error)) (case "closed")))
    (export "stream-error" (type $stream-error (eq $stream-error')))
    (export "[method]output-stream.write" (func
      (param "self" (borrow $output)) (param "contents" (list u8))
      (result (result (error $stream-error)))))))
  (alias export $streams "output-stream" (type $output))
  (import "wasi:cli/stdout@0.2.0" (instance $stdout
    (alias outer 1 $output (type $outer-output))
    (export "output-stream" (type $output (eq $outer-output)))
    (export "get-stdout" (func (result (own $output))))))
  (import "wasi:clocks/monotonic-clock@0.2.0" (instance $clock
    (alias outer 1 $pollable (type $outer-pollable))
    (export "pollable" (type $pollable (eq $outer-pollable)))
    (export "subscribe-duration" (func (param "when" u64) (result (own $pollable))))))
  (import "wasi:random/random@0.2.0" (instance $random
    (export "get-random-bytes" (func (param "len" u64) (result (list u8))))))
  (import "wasi:filesystem/types@0.2.0" (instance $files
    (export "descriptor" (type $descriptor (sub resource)))
    (type $path-flags' (flags "symlink-follow"))
    (export "path-flags" (type $path-flags (eq $path-flags')))
    (type $open-flags' (flags "create" "directory" "exclusive" "truncate"))
    (export "open-flags" (type $open-flags (eq $open-flags')))
    (type $descriptor-flags' (flags "read" "write" "file-integrity-sync" "data-integrity-sync"
      "requested-write-sync" "mutate-directory"))
    (export "descriptor-flags" (type $descriptor-flags (eq $descriptor-flags')))
    (type $error-code' (enum "access" "would-block" "already" "bad-descriptor" "busy" "deadlock"
      "quota" "exist" "file-too-large" "illegal-byte-sequence" "in-progress" "interrupted" "invalid"
      "io" "is-directory" "loop" "too-many-links" "message-size" "name-too-long" "no-device"
      "no-entry" "no-lock" "insufficient-memory" "insufficient-space" "not-directory" "not-empty"
      "not-recoverable" "unsupported" "no-tty" "no-such-device" "overflow" "not-permitted" "pipe"
      "read-only" "invalid-seek" "text-file-busy" "cross-device"))
    (export "error-code" (type $error-code (eq $error-code')))
    (export "[method]descriptor.open-at" (func
      (param "self" (borrow $descriptor)) (param "path-flags" $path-flags) (param "path" string)
      (param "open-flags" $open-flags) (param "flags" $descriptor-flags)
      (result (result (own $descriptor) (error $error-code)))))))
  (alias export $files "descriptor" (type $descriptor))
  (import "wasi:filesystem/preopens@0.2.0" (instance $preopens
    (alias outer 1 $descriptor (type $outer-descriptor))
    (export "descriptor" (type $descriptor (eq $outer-descriptor)))
    (export "get-directories" (func (result (list (tuple (own $descriptor) string)))))))

  (core module $storage
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 65536))
    (func (export "realloc") (param $old i32) (param $was i32) (param $align i32) (param $size i32) (result i32)
      (local $at i32) (local $pages i32)
      (local.set $at (global.get $next))
      (global.set $next (i32.add (local.get $at) (local.get $size)))
      (local.set $pages (i32.sub
        (i32.shr_u (i32.add (global.get $next) (i32.const 65535)) (i32.const 16)) (memory.size)))
      (if (i32.gt_s (local.get $pages) (i32.const 0))
        (then (if (i32.lt_s (memory.grow (local.get $pages)) (i32.const 0)) (then (unreachable)))))
      (local.get $at)))
  (core instance $storage (instantiate $storage))
  (alias core export $storage "memory" (core memory $memory))
  (alias core export $storage "realloc" (core func $realloc))

  (core func $subscribe (canon lower (func $clock "subscribe-duration")))
  (core func $random (canon lower (func $random "get-random-bytes") (memory $memory) (realloc $realloc)))
  (core func $stdout (canon lower (func $stdout "get-stdout")))
  (core func $write (canon lower (func $streams "[method]output-stream.write") (memory $memory)))
  (core func $directories
    (canon lower (func $preopens "get-directories") (memory $memory) (realloc $realloc)))
  (core func $open (canon lower (func $files "[method]descriptor.open-at") (memory $memory)))

  (core module $main
    (import "storage" "memory" (memory 1))
    (import "storage" "realloc" (func $realloc (param i32 i32 i32 i32) (result i32)))
    (import "wasi" "subscribe" (func $subscribe (param i64) (result i32)))
    (import "wasi" "random" (func $random (param i64 i32)))
    (import "wasi" "stdout" (func $stdout (result i32)))
    (import "wasi" "write" (func $write (param i32 i32 i32 i32)))
    (import "wasi" "directories" (func $directories (param i32)))
    (import "wasi" "open" (func $open (param i32 i32 i32 i32 i32 i32 i32)))
    (table $table 1 funcref)
    (data (i32.const 100) ".")

    ;; Makes sure that there are so many bytes of memory behind the first page.
    (func $room (param $bytes i32)
      (drop (call $realloc (i32.const 0) (i32.const 0) (i32.const 1) (local.get $bytes))))

    (func (export "handles") (param $count i32)
      (block $done (loop $again
        (br_if $done (i32.eqz (local.get $count)))
        (drop (call $subscribe (i64.const 0)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $again))))
    ;; Opens the directory that is granted so many times.
    (func (export "files") (param $count i32)
      (call $directories (i32.const 0))
      (i32.store (i32.const 0) (i32.load (i32.load (i32.const 0))))
      (block $done (loop $again
        (br_if $done (i32.eqz (local.get $count)))
        (call $open (i32.load (i32.const 0)) (i32.const 0) (i32.const 100) (i32.const 1)
          (i32.const 2) (i32.const 1) (i32.const 8))
        (if (i32.load8_u (i32.const 8)) (then (unreachable)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $again))))
    (func (export "random") (param $bytes i64)
      (call $random (local.get $bytes) (i32.const 0)))
    (func (export "say") (param $bytes i32) (param $times i32)
      (local $stream i32)
      (call $room (local.get $bytes))
      (local.set $stream (call $stdout))
      (block $done (loop $again
        (br_if $done (i32.eqz (local.get $times)))
        (call $write (local.get $stream) (i32.const 65536) (local.get $bytes) (i32.const 0))
        (if (i32.load8_u (i32.const 0)) (then (unreachable)))
        (local.set $times (i32.sub (local.get $times) (i32.const 1)))
        (br $again))))
    (func (export "memory") (param $pages i32) (result i32)
      (memory.grow (local.get $pages)))
    (func (export "table") (param $elements i32) (result i32)
      (table.grow $table (ref.null func) (local.get $elements)))
    (func (export "bytes") (param $bytes i32) (result i32)
      (call $room (local.get $bytes))
      (i32.store (i32.const 0) (i32.const 65536))
      (i32.store (i32.const 4) (local.get $bytes))
      (i32.const 0))
    ;; The same text so many times: the guest needs it once.
    (func (export "texts") (param $bytes i32) (param $times i32) (result i32)
      (local $at i32)
      (call $room (local.get $bytes))
      (memory.fill (i32.const 65536) (i32.const 97) (local.get $bytes))
      (local.set $at (call $realloc
        (i32.const 0) (i32.const 0) (i32.const 4) (i32.mul (local.get $times) (i32.const 8))))
      (local.set $at (i32.and (i32.add (local.get $at) (i32.const 3)) (i32.const -4)))
      (call $room (i32.const 8))
      (i32.store (i32.const 0) (local.get $at))
      (i32.store (i32.const 4) (local.get $times))
      (block $done (loop $again
        (br_if $done (i32.eqz (local.get $times)))
        (i32.store (local.get $at) (i32.const 65536))
        (i32.store (i32.add (local.get $at) (i32.const 4)) (local.get $bytes))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (local.set $times (i32.sub (local.get $times) (i32.const 1)))
        (br $again)))
      (i32.const 0)))
  (core instance $main (instantiate $main
    (with "storage" (instance $storage))
    (with "wasi" (instance
      (export "subscribe" (func $subscribe))
      (export "random" (func $random))
      (export "stdout" (func $stdout))
      (export "directories" (func $directories))
      (export "open" (func $open))
      (export "write" (func $write))))))

  (func (export "handles") (param "count" u32) (canon lift (core func $main "handles")))
  (func (export "files") (param "count" u32) (canon lift (core func $main "files")))
  (func (export "random") (param "bytes" u64) (canon lift (core func $main "random")))
  (func (export "say") (param "bytes" u32) (param "times" u32) (canon lift (core func $main "say")))
  (func (export "memory") (param "pages" u32) (result s32) (canon lift (core func $main "memory")))
  (func (export "table") (param "elements" u32) (result s32) (canon lift (core func $main "table")))
  (func (export "bytes") (param "bytes" u32) (result (list u8))
    (canon lift (core func $main "bytes") (memory $memory)))
  (func (export "texts") (param "bytes" u32) (param "times" u32) (result (list string))
    (canon lift (core func $main "texts") (memory $memory))))
