;; What [constructor], [method] and [static] ask of a type (Binary.md, "Import and Export
;; Definitions").

(component definition
  (import "file" (type $file (sub resource)))
  (import "[constructor]file" (func (param "path" string) (result (own $file))))
  (import "[method]file.size" (func (param "self" (borrow $file)) (result u64)))
  (import "[static]file.count" (func (result u32)))
  (import "other" (type $other (sub resource)))
  (import "[constructor]other" (func (result (result (own $other) (error string))))))

(assert_invalid
  (component
    (import "file" (type $file (sub resource)))
    (import "[constructor]file" (func (result (borrow $file)))))
  "a function returns a borrow")
(assert_invalid
  (component
    (import "file" (type $file (sub resource)))
    (import "[constructor]file" (func)))
  "\"[constructor]file\" does not return an own<file>")
(assert_invalid
  (component
    (import "file" (type $file (sub resource)))
    (import "[method]file.size" (func (param "this" (borrow $file)))))
  "\"[method]file.size\" does not take self: borrow<file> first")
(assert_invalid
  (component (import "[static]file.count" (func)))
  "\"[static]file.count\" has no resource type \"file\" before it")
(assert_invalid
  (component
    (import "file" (type $file (sub resource)))
    (import "[static]file.count" (instance)))
  "\"[static]file.count\" is annotated as a function and is a instance")

;; The annotation goes with the name under which the function mentions the resource type.
(component definition
  (import "file" (type $file (sub resource)))
  (import "entry" (type $entry (eq $file)))
  (import "[method]entry.size" (func (param "self" (borrow $entry)))))
(assert_invalid
  (component
    (import "file" (type $file (sub resource)))
    (import "entry" (type $entry (eq $file)))
    (import "[method]entry.size" (func (param "self" (borrow $file)))))
  "\"[method]entry.size\" does not take self: borrow<entry> first")
(assert_invalid
  (component
    (type (instance
      (export "file" (type $file (sub resource)))
      (export "entry" (type $entry (eq $file)))
      (export "[constructor]file" (func (result (own $entry)))))))
  "\"[constructor]file\" does not return an own<file>")

;; Imports do not know the labels of exports, nor the reverse.
(assert_invalid
  (component
    (import "file" (type $file (sub resource)))
    (import "open" (func $open (result (own $file))))
    (export "[constructor]file" (func $open)))
  "\"[constructor]file\" has no resource type \"file\" before it")

;; An instance that is put together has no scope in which a label could be known.
(assert_invalid
  (component
    (import "file" (type $file (sub resource)))
    (import "open" (func $open (result (own $file))))
    (instance
      (export "file" (type $file))
      (export "[constructor]file" (func $open))))
  "\"[constructor]file\" has no resource type \"file\" before it")
