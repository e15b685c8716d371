;; Exports a core module, a component that uses it by an outer alias, and instances within instances.
(component $root
  (core module $Seven (func (export "seven") (result i32) (i32.const 7)))
  (component $C
    (alias outer $root $Seven (core module $M))
    (core instance $i (instantiate $M))
    (func (export "seven") (result u32) (canon lift (core func $i "seven")))
    (core instance $j (instantiate $M))
    (func (export "another") (result u32) (canon lift (core func $j "seven")))
  )
  (instance $leaf (instantiate $C))
  (instance $middle (export "leaf" (instance $leaf)))
  (instance $top (export "middle" (instance $middle)))
  (export "seven-module" (core module $Seven))
  (export "seven-component" (component $C))
  (export "top" (instance $top))
  (export "narrow" (instance $leaf)
    (instance (export "seven" (func (result u32)))))
)
