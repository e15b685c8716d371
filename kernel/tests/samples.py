"""jupyter_kernel_test on one set of samples, which does not change from kernel to kernel."""

import io
import unittest

import jupyter_kernel_test

EXCUSED = {"test_pager": "Java has no pager", "test_clear_output": "no sample"}


class Samples(jupyter_kernel_test.KernelTests):
    """Samples that hold of any Java kernel; fixed, so that figures can be compared."""

    language_name = "Java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": '"x".lastIndexO', "matches": ["lastIndexOf("]},
        {"text": "Thread.currentTh", "matches": ["currentThread()"]},
    ]
    complete_code_samples = ["int x = 1;", "1 + 1", 'System.out.println("x");', "class A { int a; }", ""]
    incomplete_code_samples = ["int f(int a) {", "if (true) {", 'System.out.println("x"', "for (;;) {"]
    invalid_code_samples = ["int 3x = ;", ")", "class 1 {}"]
    code_generate_error = 'throw new RuntimeException("as it should be");'
    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "Math.abs(-3)", "result": "3"},
    ]
    code_display_data = [
        {"code": 'var shown = display("<b>x</b>", "text/html");', "mime": "text/html"},
        {
            "code": "var picture = display(new java.awt.image.BufferedImage(2, 2, 1));",
            "mime": "image/png",
        },
    ]
    code_history_pattern = "1?+*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "String.valueOf"


def run(kernel):
    """(passed, applicable, report) of a kernel."""
    tests = type("Conformance", (Samples,), {"kernel_name": kernel})
    names = unittest.TestLoader().getTestCaseNames(tests)
    suite = unittest.TestSuite(tests(name) for name in names if name not in EXCUSED)
    report = io.StringIO()
    result = unittest.TextTestRunner(stream=report, verbosity=2).run(suite)
    wrong = {name_of(test) for test, _ in result.failures + result.errors}
    applicable = [name for name in names if name not in EXCUSED]
    passed = [name for name in applicable if name not in wrong]
    return len(passed), len(applicable), report.getvalue()


def name_of(test):
    """The method's name, of a part of a test too."""
    return getattr(test, "test_case", test).id().rsplit(".", 1)[1]
