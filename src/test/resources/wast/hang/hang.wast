;; A guest that never ends, one that recurses without end, and one that asks for all memory: each
;; harms its own instance alone.

(component definition $Endless
  (core module $m
    (func (export "spin") (loop $l (br $l)))
    (func $deep (export "deep") (call $deep))
    (memory 1)
    (func (export "grow") (result i32) (memory.grow (i32.const 65535)))
    (func (export "one") (result i32) (i32.const 1)))
  (core instance $i (instantiate $m))
  (func (export "spin") (canon lift (core func $i "spin")))
  (func (export "deep") (canon lift (core func $i "deep")))
  (func (export "grow") (result s32) (canon lift (core func $i "grow")))
  (func (export "one") (result u32) (canon lift (core func $i "one"))))

(component instance $a $Endless)
(component instance $b $Endless)
(assert_return (invoke $a "spin"))
(assert_trap (invoke $a "one") "poisoned")
(assert_trap (invoke $b "spin") "never traps")
(component instance $c $Endless)
(assert_return (invoke $c "deep"))
(component instance $d $Endless)
(assert_return (invoke $d "grow") (s32.const -1))
(assert_return (invoke $d "one") (u32.const 1))

;; An instance that never starts.
(component
  (core module $m (func $start (loop $l (br $l))) (start $start))
  (core instance (instantiate $m)))
(assert_return (invoke "one") (u32.const 1))
