;; A guest that hands on what WASI tells it of its surroundings: environment, arguments, working
;; directory, clocks, files. It needs no code for that.
(component
  (import "wasi:cli/environment@0.2.0" (instance $environment
    (export "get-environment" (func (result (list (tuple string string)))))
    (export "get-arguments" (func (result (list string))))
    (export "initial-cwd" (func (result (option string))))))
  (import "wasi:clocks/wall-clock@0.2.0" (instance $wall
    (type $datetime' (record (field "seconds" u64) (field "nanoseconds" u32)))
    (export "datetime" (type $datetime (eq $datetime')))
    (export "now" (func (result $datetime)))))
  (alias export $wall "datetime" (type $datetime))
  (import "wasi:clocks/monotonic-clock@0.2.0" (instance $monotonic
    (export "now" (func (result u64)))))
  (export $exported "datetime" (type $datetime))
  (export "environment" (func $environment "get-environment"))
  (export "arguments" (func $environment "get-arguments"))
  (export "directory" (func $environment "initial-cwd"))
  (export "wall" (func $wall "now") (func (result $exported)))
  (export "monotonic" (func $monotonic "now")))
