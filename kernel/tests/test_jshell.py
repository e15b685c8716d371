"""kernel/tamias jshell: what a script relies on that pipes into it, and a person at a terminal."""

import os
import pty
import select
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

    def test_at_a_terminal_it_knows_tamias(self):
        shell, terminal = pty.fork()
        if shell == 0:
            os.environ["TERM"] = "dumb"
            os.execv(ROOT / "kernel/tamias", ["tamias", "jshell"])
        try:
            self.until(terminal, b"jshell> ")
            os.write(terminal, b'Plugins.scan().parser("lines").over(sample("lines.log")).table().rowCount()\n')
            self.until(terminal, b"==> 306")
        finally:
            os.write(terminal, b"/exit\n")
            os.waitpid(shell, 0)
            os.close(terminal)

    def until(self, terminal, words):
        seen = b""
        while words not in seen:
            ready, _, _ = select.select([terminal], [], [], 240)
            try:
                part = os.read(terminal, 65536) if ready else b""
            except OSError:
                part = b""
            self.assertTrue(part, f"the shell ended, or waits, behind {seen!r}")
            seen += part
