(module
  (type $s (struct (field i32)))
  (import "" "f" (func (result (ref null $s)))))
