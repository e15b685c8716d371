"""The kernel as a notebook meets it: real kernels, real cells. Run by kernel/tamias test-kernel."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

import conformance
from kernels import Kernel

ROOT = Path(__file__).resolve().parents[2]
LOG = ROOT / "src/main/resources/dev/tamias/samples/lines.log"
BUSY = """
Thread.getAllStackTraces().entrySet().stream()
    .filter(each -> each.getKey().getName().startsWith("tamias-guest"))
    .filter(each -> java.util.Arrays.stream(each.getValue()).anyMatch(frame -> frame.getClassName().contains("chicory")))
    .count()
"""
ENDLESS = 'Plugins.scan().parser("lines").over(process("yes", "2026-01-01 INFO all is well")).summary()'


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] == "Z"


class Cells(unittest.TestCase):
    """One kernel for all of these."""

    @classmethod
    def setUpClass(cls):
        cls.kernel = cls.enterClassContext(Kernel())

    def run_cell(self, code, **how):
        ran = self.kernel.run(code, **how)
        self.assertEqual((ran.status, ran.error), ("ok", ""), code)
        return ran

    def test_a_first_cell_shows_a_table_and_nothing_else(self):
        ran = self.run_cell(f'Plugins.scan().parser("lines").over(bytes("{LOG}")).table()')
        self.assertEqual((ran.stdout, ran.stderr), ("", ""))
        self.assertIn("<table", ran.shown[0]["text/html"])
        self.assertIn("Message", ran.text())

    def test_an_interrupt_ends_a_run_and_its_guest(self):
        ran = self.kernel.run(ENDLESS, interrupt_after=2)
        self.assertEqual(ran.status, "error")
        self.assertLess(ran.seconds, 5)
        print(f"\ninterrupt: {ran.seconds * 1000:.0f} ms", file=sys.stderr)
        self.assertEqual(self.run_cell(BUSY).text(), "0")
        self.assertEqual(self.run_cell("40 + 2").text(), "42")

    def test_an_interrupt_ends_a_run_on_another_thread(self):
        cell = f"java.util.concurrent.CompletableFuture.supplyAsync(() -> {ENDLESS}).get()"
        ran = self.kernel.run(cell, interrupt_after=2)
        self.assertEqual(ran.status, "error")
        self.assertLess(ran.seconds, 5)
        for _ in range(50):
            if self.run_cell(BUSY).text() == "0":
                break
        self.assertEqual(self.run_cell(BUSY).text(), "0")

    def test_a_flood_of_lines_arrives_whole_or_is_cut_with_a_count(self):
        ran = self.run_cell('for (int i = 0; i < 20_000; i++) System.out.println("line " + i);')
        lines = ran.stdout.splitlines()
        if len(lines) != 20_000:
            self.assertRegex(ran.stdout + ran.stderr, r"\d[\d,]* (lines|characters|bytes)")
        else:
            self.assertEqual(lines[-1], "line 19999")

    def test_one_engine_serves_all(self):
        self.run_cell(
            f"""
            var first = Plugins.scan(); var second = Plugins.scan();
            first.parser("lines").over(bytes("{LOG}")).table();
            second.parser("dlt").over(sample("sample.dlt")).table();
            second.parser("fields").over(sample("fields.csv")).table();
            """
        )
        watchdogs = 'Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("tamias-watchdog")).count()'
        self.assertEqual(self.run_cell(watchdogs).text(), "1")

    def test_magics_are_words_over_the_api(self):
        self.assertIn("dlt", self.run_cell("%plugins").text())
        self.assertIn("dlt", self.run_cell("%plugin dlt").text())
        ran = self.run_cell("%%parse lines format=common\n2026-03-02 08:00:00.000 INFO net.Http: started\n")
        self.assertIn("net.Http", ran.text())
        wrong = self.kernel.run("%plugin")
        self.assertIn("%plugin add", wrong.error)

    def test_progress_is_one_display_that_changes(self):
        with tempfile.TemporaryDirectory() as directory:
            log = Path(directory, "big.log")
            log.write_bytes(LOG.read_bytes() * 4000)
            ran = self.run_cell(f"%parse lines {log} format=common")
        self.assertGreater(ran.updates, 0)

    def test_plugins_and_settings_are_completed_inside_strings(self):
        for code, wanted in (('Plugins.scan().parser("d', "dlt"), ('Plugins.scan().parser("lines").set("fo', "format")):
            reply = self.kernel.client.complete(code, reply=True, timeout=60)
            self.assertTrue(any(wanted in match for match in reply["content"]["matches"]), reply["content"])

    def test_an_error_says_what_to_do_and_the_next_cell_works(self):
        ran = self.kernel.run('Plugins.scan().parser("dtl").over(sample("sample.dlt")).table()')
        self.assertEqual(ran.status, "error")
        self.assertIn("dlt", ran.error)
        self.assertEqual(self.run_cell("1 + 1").text(), "2")


class Starting(unittest.TestCase):
    """Kernels that start, end, or cannot."""

    def setUp(self):
        self.directory = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def test_closing_leaves_no_process_file_or_directory(self):
        flags = f"-Djava.io.tmpdir={self.directory}"
        with Kernel(TAMIAS_JVM_OPTS=flags) as kernel:
            ran = kernel.run('Plugins.scan().parser("dlt").over(sample("sample.dlt")).table()')
            self.assertEqual(ran.status, "ok", ran.error)
            pid = kernel.pid
        self.assertTrue(gone(pid))
        self.assertEqual([each.name for each in self.directory.iterdir()], [])

    def test_a_home_that_is_not_there_is_no_matter(self):
        with Kernel(HOME=str(self.directory / "none")) as kernel:
            ran = kernel.run('Plugins.scan().parser("lines").over(sample("lines.log")).table()')
            self.assertEqual(ran.status, "ok", ran.error)

    def test_broken_plugins_are_listed_and_harm_no_other(self):
        for number in range(20):
            folder = self.directory / "parsers" / f"broken{number}"
            folder.mkdir(parents=True)
            (folder / f"broken{number}.wasm").write_bytes(os.urandom(1000) if number % 2 else b"")
        with Kernel(TAMIAS_PLUGINS=str(self.directory)) as kernel:
            page = kernel.run("Plugins.scan()")
            self.assertIn("20 invalid", page.shown[0]["text/html"])
            ran = kernel.run('Plugins.scan().parser("lines").over(sample("lines.log")).table()')
            self.assertEqual(ran.status, "ok", ran.error)

    def refused(self, reason, **environment):
        with Kernel(**environment) as kernel:
            ran = kernel.run("1 + 1")
            self.assertEqual(ran.status, "error")
            self.assertIn(reason, ran.error)

    def test_a_launcher_that_is_gone_is_named_in_the_notebook(self):
        self.refused("kernel/tamias kernel", **self.changed("TAMIAS_LAUNCHER", str(self.directory / "gone")))

    def test_a_flag_that_java_does_not_know_is_named_in_the_notebook(self):
        self.refused("-XX:+NoSuchFlag", TAMIAS_JVM_OPTS="-XX:+NoSuchFlag")

    def test_a_jdk_that_is_too_old_is_named_in_the_notebook(self):
        java = self.directory / "old" / "bin" / "java"
        java.parent.mkdir(parents=True)
        java.write_text("#!/bin/sh\nexit 1\n")
        java.chmod(0o755)
        (self.directory / "old" / "release").write_text('JAVA_VERSION="11.0.2"\n')
        self.refused("needs 17 or later", JAVA_HOME=str(self.directory / "old"))

    def test_a_jar_that_is_half_built_is_named_in_the_notebook(self):
        project = self.directory / "project"
        shutil.copytree(ROOT / "kernel", project / "kernel")
        shutil.copytree(ROOT / "target/lib", project / "target/lib")
        shutil.copy(ROOT / "pom.xml", project)
        whole = (ROOT / "target/tamias.jar").read_bytes()
        (project / "target/tamias.jar").write_bytes(whole[: len(whole) // 2])
        self.refused("no whole jar", **self.changed("TAMIAS_LAUNCHER", str(project / "kernel/tamias")))

    def test_a_class_path_of_the_users_that_is_not_there_is_left_out_and_said(self):
        with Kernel(IJAVA_CLASSPATH=str(self.directory / "none.jar")) as kernel:
            ran = kernel.run("1 + 1")
            self.assertEqual((ran.status, ran.text()), ("ok", "2"))
            self.assertIn("none.jar", ran.stderr + ran.stdout)

    def changed(self, name, value):
        """The kernelspec with another variable, below a data directory of its own."""
        spec = json.loads(Path(KernelSpecManager().get_kernel_spec("tamias").resource_dir, "kernel.json").read_text())
        own = self.directory / "jupyter" / "kernels" / "tamias"
        shutil.copytree(KernelSpecManager().get_kernel_spec("tamias").resource_dir, own)
        spec["env"][name] = value
        (own / "kernel.json").write_text(json.dumps(spec))
        path = os.environ.get("JUPYTER_PATH")
        os.environ["JUPYTER_PATH"] = str(own.parents[1])
        prefer = os.environ.pop("JUPYTER_PREFER_ENV_PATH", None)

        def back():
            os.environ.pop("JUPYTER_PATH")
            if path is not None:
                os.environ["JUPYTER_PATH"] = path
            if prefer is not None:
                os.environ["JUPYTER_PREFER_ENV_PATH"] = prefer

        self.addCleanup(back)
        return {}


class Protocol(unittest.TestCase):
    def test_the_public_suite_passes(self):
        passed, applicable, report = conformance.run("tamias")
        print(f"\nconformance: {passed} of {applicable}", file=sys.stderr)
        self.assertEqual(passed, applicable, report)

    @unittest.skipUnless(os.environ.get("TAMIAS_BESIDE"), "TAMIAS_BESIDE=1 runs JJava's own kernel beside ours")
    def test_of_jjavas_own_kernel_the_figure_is_printed(self):
        passed, applicable, _ = conformance.run("java")
        print(f"\nJJava's own kernel: {passed} of {applicable}", file=sys.stderr)
        self.assertLessEqual(passed, applicable)


class JShell(unittest.TestCase):
    """kernel/tamias jshell, from a pipe."""

    def jshell(self, text):
        return subprocess.run(
            [ROOT / "kernel/tamias", "jshell"], input=text, capture_output=True, text=True, timeout=120
        )

    def test_the_last_value_is_printed(self):
        ran = self.jshell(f'Plugins.scan().parser("lines").over(bytes("{LOG}")).table().rowCount()\n')
        self.assertEqual((ran.returncode, ran.stdout.strip()), (0, str(len(LOG.read_bytes().splitlines()))))

    def test_an_exception_and_a_compile_error_end_with_1(self):
        for text in ('throw new IllegalStateException("as it should be");\n', "int x = ;\n", "nobody();\n"):
            self.assertEqual(self.jshell(text).returncode, 1, text)


if __name__ == "__main__":
    unittest.main()
