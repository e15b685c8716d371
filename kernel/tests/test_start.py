"""Where the kernel cannot start, or not as the user meant it, the notebook says why and what to do."""

import contextlib
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

from running import PLUGINS, Kernel
from jupyter_client.kernelspec import KernelSpecManager

FIRST = 'Plugins.scan().parser("lines").over(sample("lines.log")).table().rowCount()'


def installed():
    return KernelSpecManager().get_kernel_spec("tamias").env


def first_cell(code=FIRST, **environment):
    with Kernel(**environment) as kernel:
        return kernel.run(code)


class Start(unittest.TestCase):

    def setUp(self):
        self.directory = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.directory, ignore_errors=True)

    def path(self, *names):
        return os.path.join(self.directory, *names)

    def write(self, text, *names, mode=0o644):
        path = self.path(*names)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, mode)
        return path

    @contextlib.contextmanager
    def project(self):
        """A copy of the built project that a test may break: links, and jars that are its own."""
        launcher = installed()["TAMIAS_LAUNCHER"]
        root = os.path.dirname(os.path.dirname(launcher))
        os.makedirs(self.path("target"))
        shutil.copytree(os.path.join(root, "kernel"), self.path("kernel"))
        shutil.copy(os.path.join(root, "target", "tamias.jar"), self.path("target"))
        shutil.copytree(os.path.join(root, "target", "lib"), self.path("target", "lib"), copy_function=os.symlink)
        for name in ("src", "pom.xml"):
            os.symlink(os.path.join(root, name), self.path(name))
        manager = KernelSpecManager()
        specification = manager.get_kernel_spec("tamias").to_dict()
        specification["env"]["TAMIAS_LAUNCHER"] = self.path("kernel", "tamias")
        kernels = self.path("jupyter", "kernels")
        shutil.copytree(manager.get_kernel_spec("tamias").resource_dir, os.path.join(kernels, "tamias-copy"))
        with open(os.path.join(kernels, "tamias-copy", "kernel.json"), "w", encoding="utf-8") as file:
            json.dump(specification, file)
        before = os.environ.get("JUPYTER_PATH")
        os.environ["JUPYTER_PATH"] = self.path("jupyter")
        try:
            yield
        finally:
            os.environ.pop("JUPYTER_PATH")
            if before is not None:
                os.environ["JUPYTER_PATH"] = before

    def assert_reason(self, cell, *words):
        self.assertEqual("error", cell.reply["status"])
        for word in words:
            self.assertIn(word, cell.error)
        self.assertIn("restart the kernel", cell.error)

    def assert_works(self, cell):
        self.assertEqual("ok", cell.reply["status"], cell.error)
        self.assertGreater(int(cell.value), 0)

    def test_a_java_that_is_too_old(self):
        self.write('JAVA_VERSION="11.0.2"\n', "old", "release")
        self.write("#!/bin/sh\nexit 1\n", "old", "bin", "java", mode=0o755)
        cell = first_cell(JAVA_HOME=self.path("old"))
        self.assert_reason(cell, "version 11", "17 or later")

    def test_a_java_home_without_java(self):
        self.assert_reason(first_cell(JAVA_HOME=self.path("nothing")), "JAVA_HOME", "no bin/java")

    def test_a_java_without_jshell(self):
        self.write('JAVA_VERSION="17.0.2"\nMODULES="java.base java.sql"\n', "jre", "release")
        self.write("#!/bin/sh\nexit 1\n", "jre", "bin", "java", mode=0o755)
        self.assert_reason(first_cell(JAVA_HOME=self.path("jre")), "without jdk.jshell")

    def test_a_flag_that_java_does_not_know(self):
        self.assert_reason(first_cell(TAMIAS_JVM_OPTS="-XX:+NoSuchFlag"), "NoSuchFlag", "TAMIAS_JVM_OPTS")

    def test_a_jar_that_is_half_built(self):
        with self.project():
            jar = self.path("target", "tamias.jar")
            os.truncate(jar, os.path.getsize(jar) // 2)
            cell = first_cell(name="tamias-copy")
        self.assert_reason(cell, jar, "no whole jar")

    def test_a_library_that_is_missing(self):
        with self.project():
            shutil.rmtree(self.path("target", "lib"))
            cell = first_cell(name="tamias-copy")
        self.assert_reason(cell, self.path("target", "lib"), "not built")

    def test_a_project_that_was_moved(self):
        with self.project():
            os.rename(self.path("kernel"), self.path("elsewhere"))
            cell = first_cell(name="tamias-copy")
        self.assert_reason(cell, "moved or deleted", "kernel/tamias kernel")

    def test_entries_of_the_users_class_path_that_are_missing_are_told_and_left_out(self):
        broken = self.write("no jar", "broken.jar")
        cell = first_cell(JJAVA_CLASSPATH=os.pathsep.join([self.path("nowhere", "*.jar"), broken]))
        self.assert_works(cell)
        self.assertIn(self.path("nowhere", "*.jar"), cell.stderr)
        self.assertIn(broken, cell.stderr)
        print("\nclass path: tamias leaves missing entries out and says so, JJava " + self.jjava(), file=sys.stderr)

    def jjava(self):
        """What JJava's kernel comes to with the same class path, for comparison."""
        try:
            with Kernel("java", JJAVA_CLASSPATH=self.path("nowhere", "*.jar")) as kernel:
                return repr(kernel.run("1 + 1").stderr)
        except RuntimeError as ended:
            return f"ends: {ended}"

    def test_what_is_set_for_ijava_is_honoured(self):
        script = self.write("int fromScript = 41;\n", "startup.jsh")
        cell = first_cell("fromScript + 1", IJAVA_STARTUP_SCRIPTS_PATH=script)
        self.assertEqual("42", cell.value, cell.error)

    def test_no_home(self):
        self.assert_works(first_cell(HOME=None))

    def test_a_home_that_cannot_be_written(self):
        """Held against a file in the place of the directory too, which stops root as well."""
        os.mkdir(self.path("home"), stat.S_IRUSR | stat.S_IXUSR)
        self.assert_works(first_cell(HOME=self.path("home")))
        self.assert_works(first_cell(HOME=self.write("", "file")))

    def test_a_directory_full_of_broken_plugins(self):
        broken = {name: self.write(text, "parsers", name, name + ".wasm") for name, text in (
            ("empty", ""), ("text", "no component"), ("cut", "\0asm\x0d\0\x01\0\x01")
        )}
        for name in ("scan-trap", "no-export", "other-version", "core-module"):
            os.makedirs(self.path("parsers", name))
            shutil.copy(os.path.join(PLUGINS, name, name + ".wasm"), self.path("parsers", name))
        with Kernel(TAMIAS_PLUGINS=self.directory) as kernel:
            self.assert_works(kernel.run(FIRST))
            listed = kernel.run("%plugins")
            self.assertEqual("ok", listed.reply["status"], listed.error)
            for name in (*broken, "scan-trap", "core-module"):
                self.assertIn(name, listed.html)
            checked = kernel.run("%plugin check")
            self.assertEqual("ok", checked.reply["status"], checked.error)
            named = kernel.run("%plugin check text")
        self.assertEqual("ok", named.reply["status"], named.error)
        self.assertIn('"text" is no usable plugin', named.value)
        self.assertIn("1 defect", named.value)

    def test_the_installer_says_what_is_missing(self):
        launcher = installed()["TAMIAS_LAUNCHER"]
        environment = {name: value for name, value in os.environ.items() if name != "HOME"}
        asked = subprocess.run([launcher, "kernel"], env=environment, capture_output=True, text=True)
        self.assertEqual(1, asked.returncode)
        self.assertIn("kernel --prefix DIR", asked.stderr)


if __name__ == "__main__":
    unittest.main()
