(module
  (func $g)
  (func (export "f")
    (block $caught
      (try_table (catch_all $caught) (return_call $g)))))
