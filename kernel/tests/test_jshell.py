"""kernel/tamias jshell from a pipe: what a script relies on."""

import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOG = ROOT / "src/main/resources/dev/tamias/samples/lines.log"


class JShell(unittest.TestCase):
    def jshell(self, text):
        return subprocess.run(
            [ROOT / "kernel/tamias", "jshell"], input=text, capture_output=True, text=True, timeout=240
        )

    def test_the_last_value_is_printed(self):
        ran = self.jshell(f'Plugins.scan().parser("lines").over(bytes("{LOG}")).table().rowCount()\n')
        self.assertEqual((ran.returncode, ran.stdout.strip()), (0, str(len(LOG.read_bytes().splitlines()))))

    def test_an_exception_and_a_compile_error_end_with_1(self):
        for text in ('throw new IllegalStateException("as it should be");\n', "int x = ;\n", "nobody();\n"):
            self.assertEqual(self.jshell(text).returncode, 1, text)
