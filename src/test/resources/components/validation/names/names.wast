;; Import and export names (Explainer.md, "Import and Export Definitions", "Name Uniqueness").

(component definition
  (type $f (func))
  (import "a1-2-3" (func (type $f)))
  (import "m1x3d-4CR0NYM" (func (type $f)))
  (import "A-b-C" (func (type $f)))
  (import "wasi:io/streams" (func (type $f)))
  (import "wasi:io/streams@0.2.6" (func (type $f)))
  (import "wasi:io/streams@1.0.0-rc.1+build.5" (func (type $f)))
  (import "wasi:io/streams@1.0.0-RC.1+build.5" (func (type $f))))

(assert_invalid (component (import "a-1B2c" (func))) "is no import or export name")
(assert_invalid (component (import "a--b" (func))) "is no import or export name")
(assert_invalid (component (import "1a" (func))) "is no import or export name")
(assert_invalid (component (import "wasi:io" (func))) "is no import or export name")
(assert_invalid (component (import "a:b/c@01.0.0" (func))) "is no import or export name")

(assert_invalid
  (component (import "is-xml" (func)) (import "is-XML" (func)))
  "import name \"is-XML\" conflicts with one before")
(assert_invalid
  (component (import "a:b/c-d@1.0.0" (func)) (import "a:b/C-d@1.0.0" (func)))
  "import name \"a:b/C-d@1.0.0\" conflicts with one before")

;; 🪺 Nested namespaces and packages are a later feature.
(assert_invalid
  (component (import "a:b:c/d" (func)))
  "nested namespace or package in the name \"a:b:c/d\": not supported")
(assert_invalid
  (component (import "a:b/c/d@1.0.0" (func)))
  "nested namespace or package in the name \"a:b/c/d@1.0.0\": not supported")

;; Names of dependencies, as imports only.
(component definition
  (type $f (func))
  (import "unlocked-dep=<my:dep>" (func (type $f)))
  (import "unlocked-dep=<my:dep/face@*>" (func (type $f)))
  (import "unlocked-dep=<my:dep@{>=1.0.0 <2.0.0-rc}>" (func (type $f)))
  (import "locked-dep=<my:dep@1.0.0>,integrity=<sha384-Ab+/12==>" (func (type $f)))
  (import "url=<https://example.org/a?b=c>" (func (type $f)))
  (import "url=<>,integrity=<sha512-a>" (func (type $f)))
  (import "url=<A>" (func (type $f)))
  (import "url=<a>" (func (type $f)))
  (import "integrity=< sha256-a?option sha512-b >" (func (type $f))))
(assert_invalid (component (import "unlocked-dep=<dep>" (func))) "is no import or export name")
(assert_invalid
  (component (import "unlocked-dep=<my:dep@1.0.0>" (func))) "is no import or export name")
(assert_invalid
  (component (import "unlocked-dep=<my:dep@{<1.0.0 >=0.1.0}>" (func)))
  "is no import or export name")
(assert_invalid (component (import "locked-dep=<my:dep@*>" (func))) "is no import or export name")
(assert_invalid (component (import "url=<a>b" (func))) "is no import or export name")
(assert_invalid (component (import "integrity=<md5-a>" (func))) "is no import or export name")
(assert_invalid (component (import "integrity=<>" (func))) "is no import or export name")
(assert_invalid
  (component (import "url=<a>" (func)) (import "url=<a>" (func)))
  "import name \"url=<a>\" conflicts with one before")
(assert_invalid
  (component (import "f" (func $f)) (export "url=<a>" (func $f))) "is no import or export name")
