;; Calls between components that are around, within or beside each other, and a component that drops
;; its own resource.
(component
  (core module $callee (func (export "f") (result i32) (i32.const 42)))
  (core module $caller
    (import "" "f" (func $f (result i32)))
    (func (export "g") (result i32) (call $f)))

  ;; The parent calls its child.
  (component $Down
    (component $Child
      (core instance $i (instantiate $callee))
      (func (export "f") (result u32) (canon lift (core func $i "f"))))
    (instance $child (instantiate $Child))
    (core func $f (canon lower (func $child "f")))
    (core instance $i (instantiate $caller (with "" (instance (export "f" (func $f))))))
    (func (export "g") (result u32) (canon lift (core func $i "g"))))

  ;; The child calls its parent.
  (component $Up
    (core instance $i (instantiate $callee))
    (func $f (result u32) (canon lift (core func $i "f")))
    (component $Child
      (import "f" (func $f (result u32)))
      (core func $f' (canon lower (func $f)))
      (core instance $i (instantiate $caller (with "" (instance (export "f" (func $f'))))))
      (func (export "g") (result u32) (canon lift (core func $i "g"))))
    (instance $child (instantiate $Child (with "f" (func $f))))
    (export "g" (func $child "g")))

  ;; A component calls itself.
  (component $Self
    (core instance $i (instantiate $callee))
    (func $f (result u32) (canon lift (core func $i "f")))
    (core func $f' (canon lower (func $f)))
    (core instance $j (instantiate $caller (with "" (instance (export "f" (func $f'))))))
    (func (export "g") (result u32) (canon lift (core func $j "g"))))

  ;; A child calls its sibling.
  (component $Across
    (component $Callee
      (core instance $i (instantiate $callee))
      (func (export "f") (result u32) (canon lift (core func $i "f"))))
    (component $Caller
      (import "f" (func $f (result u32)))
      (core func $f' (canon lower (func $f)))
      (core instance $i (instantiate $caller (with "" (instance (export "f" (func $f'))))))
      (func (export "g") (result u32) (canon lift (core func $i "g"))))
    (instance $callee (instantiate $Callee))
    (instance $caller (instantiate $Caller (with "f" (func $callee "f"))))
    (export "g" (func $caller "g")))

  ;; A component drops what it implements: its destructor runs, though it is within itself.
  (component $Drop
    (core module $Destructor
      (global $dropped (mut i32) (i32.const 0))
      (func (export "destructor") (param i32) (global.set $dropped (local.get 0)))
      (func (export "dropped") (result i32) (global.get $dropped)))
    (core instance $destructor (instantiate $Destructor))
    (type $R (resource (rep i32) (dtor (core func $destructor "destructor"))))
    (core func $new (canon resource.new $R))
    (core func $drop (canon resource.drop $R))
    (core module $Main
      (import "" "new" (func $new (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))
      (import "" "dropped" (func $dropped (result i32)))
      (func (export "g") (result i32)
        (call $drop (call $new (i32.const 42)))
        (call $dropped)))
    (core instance $main (instantiate $Main (with "" (instance
      (export "new" (func $new))
      (export "drop" (func $drop))
      (export "dropped" (func $destructor "dropped"))))))
    (func (export "g") (result u32) (canon lift (core func $main "g"))))

  (instance $down (instantiate $Down))
  (instance $up (instantiate $Up))
  (instance $self (instantiate $Self))
  (instance $across (instantiate $Across))
  (instance $drop (instantiate $Drop))
  (export "down" (instance $down))
  (export "up" (instance $up))
  (export "self" (instance $self))
  (export "across" (instance $across))
  (export "drop" (instance $drop)))
