;; A function four instances deep.
(component
  (import "a" (instance $a
    (export "b" (instance
      (export "c" (instance
        (export "d" (instance
          (export "answer" (func (result u32)))
        ))
      ))
    ))
  ))
  (core module $m
    (import "" "answer" (func $answer (result i32)))
    (func (export "run") (result i32) (call $answer))
  )
  (core func $answer (canon lower (func $a "b" "c" "d" "answer")))
  (core instance $i (instantiate $m (with "" (instance (export "answer" (func $answer))))))
  (func (export "run") (result u32) (canon lift (core func $i "run")))
)
