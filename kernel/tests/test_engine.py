"""One engine a kernel, and nothing of it left when the kernel is closed."""

import os
import shutil
import tempfile
import time
import unittest

from running import Kernel, plugin

# Every class loader's statics count: a second copy of the classes would have an engine of its own.
ENGINES = """
var counted = new java.io.ByteArrayOutputStream();
var server = java.lang.management.ManagementFactory.getPlatformMBeanServer();
String histogram = (String) server.invoke(
    new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
    new Object[] {new String[] {}}, new String[] {"[Ljava.lang.String;"});
histogram.lines().filter(line -> line.endsWith(" dev.tamias.engine.Engine") || line.contains(" dev.tamias.engine.Engine "))
    .map(line -> line.strip().split("\\\\s+")[1]).toList().toString()
"""
PARSERS = """
var one = Plugins.scan();
var two = Plugins.scan();
var lines = one.parser("lines").over(sample("lines.log")).table();
var dlt = two.parser("dlt").over(sample("sample.dlt")).table();
var other = two.parser("lines").set("format", "common").over(sample("access.log")).table();
var engine = dev.tamias.engine.Engine.shared();
"""
# The guest traps, so the session goes on with a new instance.
RESTART = f"""
var again = Plugins.scan().parser({plugin("faulty")}).set("fault", "trap-later")
    .over(bytes("a line that is long enough to be cut into slices\\n".repeat(90).getBytes())).restarts(100).parse().summary()
"""
JAVA = "ProcessHandle.current().descendants().count() + \" \" + ProcessHandle.current().info().command().get()"


class OneEngine(unittest.TestCase):

    def setUp(self):
        self.directory = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.directory, ignore_errors=True)
        self.temporary = os.path.join(self.directory, "tmp")
        self.home = os.path.join(self.directory, "home")
        os.mkdir(self.temporary)
        os.mkdir(self.home)

    def test_one_engine_after_scans_parsers_and_a_restart_and_nothing_left_at_the_end(self):
        flags = f"-Djava.io.tmpdir={self.temporary}"
        with Kernel(TAMIAS_JVM_OPTS=flags, HOME=self.home) as kernel:
            for code in (PARSERS, RESTART):
                cell = kernel.run(code)
                self.assertEqual("ok", cell.reply["status"], cell.error)
            restarted = kernel.run("again.toString()").value
            self.assertRegex(restarted, r"restart")
            self.assertEqual("true", kernel.run("engine == dev.tamias.engine.Engine.shared()").value)
            engines = kernel.run(ENGINES)
            self.assertEqual("[1]", engines.value, engines.error)
            # One JVM, without children, in the process that Jupyter started.
            self.assertEqual("0", kernel.run(JAVA).value.split()[0])
            self.assertEqual(str(kernel.pid), kernel.run("ProcessHandle.current().pid()").value)
            pid = kernel.pid
        self.assert_gone(pid)
        self.assertEqual([], os.listdir(self.temporary))
        # The cache of compiled code is what is to stay.
        self.assertLessEqual(set(os.listdir(self.home)), {".cache"})

    def test_a_kernel_ends_while_a_guest_runs(self):
        endless = f'Plugins.scan().parser({plugin("faulty")}).set("fault", "loop").over(bytes("x".getBytes())).table();'
        with Kernel(TAMIAS_JVM_OPTS=f"-Djava.io.tmpdir={self.temporary}", HOME=self.home) as kernel:
            kernel.run(f"var left = new Thread(() -> {{ {endless} }}); left.start();")
            time.sleep(1)
            pid = kernel.pid
        self.assert_gone(pid)
        self.assertEqual([], os.listdir(self.temporary))

    def assert_gone(self, pid):
        with self.assertRaises(ProcessLookupError):
            os.kill(pid, 0)


if __name__ == "__main__":
    unittest.main()
