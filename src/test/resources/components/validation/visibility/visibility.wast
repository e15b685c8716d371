;; Which types the imports and exports of a component may mention (Explainer.md, "External
;; Visibility of Types"). The texts are those of this project.

;; Every kind of type that must have a name, under its name.
(component definition
  (core module $m
    (func (export "take") (param i32))
    (func (export "take-two") (param i32 i32)))
  (core instance $i (instantiate $m))
  (type $colour (enum "red" "green"))
  (export $colour' "colour" (type $colour))
  (type $rights (flags "read" "write"))
  (export $rights' "rights" (type $rights))
  (type $point (record (field "x" u32) (field "y" $colour')))
  (export $point' "point" (type $point))
  (type $shape (variant (case "none") (case "dot" $colour')))
  (export $shape' "shape" (type $shape))
  (type $file (resource (rep i32)))
  (export $file' "file" (type $file))
  (func $paint (param "c" $colour') (canon lift (core func $i "take")))
  (func $allow (param "r" $rights') (canon lift (core func $i "take")))
  (func $plot (param "p" $point') (canon lift (core func $i "take-two")))
  (func $draw (param "s" $shape') (canon lift (core func $i "take-two")))
  (func $close (param "f" (own $file')) (canon lift (core func $i "take")))
  (export "paint" (func $paint))
  (export "allow" (func $allow))
  (export "plot" (func $plot))
  (export "draw" (func $draw))
  (export "close" (func $close)))

;; A function made with the unnamed type is exported as one that takes the named type.
(component definition
  (core module $m (func (export "take") (param i32)))
  (core instance $i (instantiate $m))
  (type $colour (enum "red"))
  (func $paint (param "c" $colour) (canon lift (core func $i "take")))
  (export $colour' "colour" (type $colour))
  (export "paint" (func $paint) (func (param "c" $colour'))))

;; Anonymous types need no name where what they are made of has one.
(component definition
  (type $colour (enum "red"))
  (import "colour" (type $colour' (eq $colour)))
  (import "all" (func (param "l" (list (option (tuple $colour' u8))))
    (result (result (list $colour') (error string))))))

(assert_invalid
  (component
    (type $colour (enum "red"))
    (import "paint" (func (param "c" $colour))))
  "\"paint\" mentions an enum type with case \"red\", which is not imported before")
(assert_invalid
  (component
    (type $rights (flags "read"))
    (import "allow" (func (param "r" $rights))))
  "mentions a flags type with label \"read\"")
(assert_invalid
  (component
    (type $point (record (field "x" u32)))
    (import "plot" (func (param "p" $point))))
  "mentions a record type with field \"x\"")
(assert_invalid
  (component
    (type $shape (variant (case "dot" u8)))
    (import "draw" (func (result $shape))))
  "mentions a variant type")
(assert_invalid
  (component
    (type $file (resource (rep i32)))
    (import "close" (func (param "f" (own $file)))))
  "mentions resource type")

;; The index that was given to an export is not the one that the export names.
(assert_invalid
  (component
    (core module $m (func (export "take") (param i32)))
    (core instance $i (instantiate $m))
    (type $colour (enum "red"))
    (func $paint (param "c" $colour) (canon lift (core func $i "take")))
    (export "colour" (type $colour))
    (export "paint" (func $paint)))
  "\"paint\" mentions an enum type with case \"red\", which is neither imported nor exported before")
(assert_invalid
  (component
    (core module $m (func (export "take") (param i32)))
    (core instance $i (instantiate $m))
    (type $file (resource (rep i32)))
    (func $close (param "f" (own $file)) (canon lift (core func $i "take")))
    (export "file" (type $file))
    (export "close" (func $close)))
  "\"close\" mentions resource type")

;; Parts of anonymous types and of named ones are looked at.
(assert_invalid
  (component
    (type $colour (enum "red"))
    (import "all" (func (param "l" (list (tuple u8 (option $colour)))))))
  "mentions an enum type")
(assert_invalid
  (component
    (type $colour (enum "red"))
    (type $pair (record (field "a" $colour)))
    (export "pair" (type $pair)))
  "\"pair\" mentions an enum type")
(assert_invalid
  (component
    (type $colour (enum "red"))
    (type $all (list $colour))
    (export "all" (type $all)))
  "\"all\" mentions an enum type")
(assert_invalid
  (component
    (type $colour (enum "red"))
    (type $paint (func (result $colour)))
    (import "paint" (type (eq $paint))))
  "\"paint\" mentions an enum type")

;; Imports see what is imported, exports what is imported or exported.
(component definition
  (import "file" (type $file (sub resource)))
  (import "open" (func $open (result (own $file))))
  (export "open-again" (func $open)))
(assert_invalid
  (component
    (type $colour (enum "red"))
    (export $colour' "colour" (type $colour))
    (import "paint" (func (param "c" $colour'))))
  "\"paint\" mentions an enum type with case \"red\", which is not imported before")
(assert_invalid
  (component
    (type $bytes (list u8))
    (export $bytes' "bytes" (type $bytes))
    (import "data" (type (eq $bytes'))))
  "\"data\" mentions a type that has its name from an export")
(assert_invalid
  (component
    (import "file" (type $file (sub resource)))
    (export $file' "exported" (type $file))
    (import "same" (type (eq $file'))))
  "\"same\" mentions resource type same")
(assert_invalid
  (component
    (type $file (resource (rep i32)))
    (import "file" (type (eq $file))))
  "\"file\" mentions resource type file")
(assert_invalid
  (component
    (type $bytes (list u8))
    (export $bytes' "bytes" (type $bytes))
    (type $i (instance
      (alias outer 1 $bytes' (type $bytes))
      (export "data" (type (eq $bytes)))))
    (import "i" (instance (type $i))))
  "\"i\" mentions a type that has its name from an export")

;; The original stays importable.
(component definition
  (type $bytes (list u8))
  (export "bytes" (type $bytes))
  (import "data" (type (eq $bytes))))

;; An exported instance names what it exports; one that is not exported does not.
(component definition
  (core module $m (func (export "take") (param i32)))
  (core instance $i (instantiate $m))
  (type $colour (enum "red"))
  (instance $types (export "colour" (type $colour)))
  (export $types' "types" (instance $types))
  (alias export $types' "colour" (type $colour'))
  (func $paint (param "c" $colour') (canon lift (core func $i "take")))
  (export "paint" (func $paint)))
(assert_invalid
  (component
    (core module $m (func (export "take") (param i32)))
    (core instance $i (instantiate $m))
    (type $colour (enum "red"))
    (instance $types (export "colour" (type $colour)))
    (alias export $types "colour" (type $colour'))
    (func $paint (param "c" $colour') (canon lift (core func $i "take")))
    (export "paint" (func $paint)))
  "\"paint\" mentions an enum type")
(assert_invalid
  (component
    (core module $m (func (export "take") (param i32)))
    (core instance $i (instantiate $m))
    (type $colour (enum "red"))
    (func $paint (param "c" $colour) (canon lift (core func $i "take")))
    (instance $painter (export "paint" (func $paint)))
    (export "painter" (instance $painter)))
  "\"painter\" mentions an enum type")

;; Instance types are judged where something has them, component types at once.
(component definition
  (type (instance
    (type $colour (enum "red"))
    (export "paint" (func (param "c" $colour))))))
(assert_invalid
  (component
    (type $painter (instance
      (type $colour (enum "red"))
      (export "paint" (func (param "c" $colour)))))
    (import "painter" (instance (type $painter))))
  "\"painter\" mentions an enum type")
(assert_invalid
  (component
    (type (component
      (type $colour (enum "red"))
      (export "paint" (func (param "c" $colour))))))
  "\"paint\" mentions an enum type")
(assert_invalid
  (component
    (type (component
      (export "file" (type $file (sub resource)))
      (import "open" (func (result (own $file)))))))
  "\"open\" mentions resource type file, which is not imported before")

;; The names that an instance type gives hold within it.
(component definition
  (type $painter (instance
    (type $colour (enum "red"))
    (export "colour" (type $colour' (eq $colour)))
    (export "file" (type $file (sub resource)))
    (export "paint" (func (param "c" $colour') (param "f" (borrow $file))))))
  (export "painter" (type $painter)))
(assert_invalid
  (component
    (type $file (resource (rep i32)))
    (type $holder (instance
      (alias outer 1 $file (type $file))
      (export "file" (type (eq $file)))))
    (export "holder" (type $holder)))
  "\"holder\" mentions resource type file")

;; A component type may mention a resource type of the component around it that has a name.
(component definition
  (type $file (resource (rep i32)))
  (export "file" (type $file))
  (type $user (component
    (alias outer 1 $file (type $file))
    (import "file" (type (eq $file)))))
  (export "user" (type $user)))
(assert_invalid
  (component
    (type $file (resource (rep i32)))
    (type $user (component
      (alias outer 1 $file (type $file))
      (import "file" (type (eq $file)))))
    (export "user" (type $user)))
  "\"user\" mentions resource type file")
(assert_invalid
  (component
    (type $file (resource (rep i32)))
    (type $user (component
      (alias outer 1 $file (type $file))
      (import "file" (type (eq $file)))))
    (import "user" (component (type $user))))
  "\"user\" mentions resource type file")

;; What is given for an imported type keeps its name: $paint' takes the exported colour.
(component definition
  (component $passer
    (type $colour (enum "red"))
    (import "colour" (type $colour' (eq $colour)))
    (import "file" (type $file (sub resource)))
    (import "paint" (func $paint (param "c" $colour') (param "f" (own $file))))
    (export "paint-again" (func $paint)))
  (core module $m (func (export "take") (param i32 i32)))
  (core instance $i (instantiate $m))
  (type $colour (enum "red"))
  (export $colour' "colour" (type $colour))
  (type $file (resource (rep i32)))
  (export $file' "file" (type $file))
  (func $paint (param "c" $colour') (param "f" (own $file'))
    (canon lift (core func $i "take")))
  (instance $passed (instantiate $passer
    (with "colour" (type $colour'))
    (with "file" (type $file'))
    (with "paint" (func $paint))))
  (export "paint" (func $passed "paint-again")))
(assert_invalid
  (component
    (component $passer
      (import "file" (type $file (sub resource)))
      (import "close" (func $close (param "f" (own $file))))
      (export "close-again" (func $close)))
    (core module $m (func (export "take") (param i32)))
    (core instance $i (instantiate $m))
    (type $file (resource (rep i32)))
    (export $file' "file" (type $file))
    (func $close (param "f" (own $file')) (canon lift (core func $i "take")))
    (instance $passed (instantiate $passer
      (with "file" (type $file))
      (with "close" (func $close))))
    (export "close" (func $passed "close-again")))
  "\"close\" mentions resource type")

;; What has a name around a component has none within.
(assert_invalid
  (component
    (type $colour (enum "red"))
    (import "colour" (type $colour' (eq $colour)))
    (component
      (alias outer 1 $colour' (type $colour))
      (import "paint" (func (param "c" $colour)))))
  "\"paint\" mentions an enum type")
