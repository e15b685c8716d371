(module
  (type $t (func))
  (elem declare func $g)
  (func $g (type $t))
  (func (export "f") (param funcref) (result i32)
    (ref.test (ref $t) (local.get 0))))
