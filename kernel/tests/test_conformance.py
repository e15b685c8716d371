"""Jupyter's own tests of a kernel, with JJava's figure on the same samples beside ours."""

import unittest

import samples


class Conformance(unittest.TestCase):

    def test_all_applicable_tests_pass(self):
        passed, applicable, report = samples.run("tamias")
        theirs, of, _ = samples.run("java")
        print(f"\nconformance: tamias {passed} of {applicable}, JJava {theirs} of {of}")
        self.assertEqual(applicable, passed, report)
        self.assertGreaterEqual(applicable, 10)


if __name__ == "__main__":
    unittest.main()
