"""An interrupt stops a parse on whatever thread it runs, and the kernel goes on."""

import glob
import os
import sys
import time
import unittest

from running import ROOT, Kernel, KernelTest, plugin

# Seconds after which an interrupt has not been heard. How soon it is heard is printed, not judged: a test's
# machine may do other things. A user should wait for one second at most.
NEVER = 20

ENDLESS = f'Plugins.scan().parser({plugin("faulty")}).set("fault", "loop").over(bytes("x\\n".getBytes())).table()'
# Rows without end: the session turns again and again, between the guest's calls too.
FLOWING = """
Plugins.scan().parser("lines").over(bytes(new java.io.InputStream() {
    int at = 0;
    public int read() { return ++at % 40 == 0 ? '\\n' : 'x'; }
})).forEach(row -> {})
"""
# Threads that are inside a guest, or inside a session.
BUSY = """
Thread.getAllStackTraces().entrySet().stream()
    .filter(each -> each.getKey() != Thread.currentThread())
    .filter(each -> Arrays.stream(each.getValue()).anyMatch(frame ->
            frame.getClassName().startsWith("com.dylibso.chicory.")
                    || frame.getClassName().startsWith("dev.tamias.session.")
                    || frame.getClassName().startsWith("dev.tamias.host.")))
    .map(each -> each.getKey().getName()).sorted().toList().toString()
"""


IN_A_FUTURE = f"java.util.concurrent.CompletableFuture.supplyAsync(() -> {ENDLESS}).get()"


class Interrupt(KernelTest):

    def setUp(self):
        # What a first use takes a while for is not what is measured.
        self.run_cell('Plugins.scan().parser("lines").over(sample("lines.log")).table();')

    def interrupt(self, code):
        """The cell that was interrupted while it ran, and how long that took."""
        self.run_cell("var stopped = new java.util.concurrent.CountDownLatch(1);")
        request = self.kernel.send(code)
        time.sleep(2.5)
        begun = time.monotonic()
        self.kernel.manager.interrupt_kernel()
        cell = self.kernel.await_idle(request)
        return cell, time.monotonic() - begun

    def assert_stopped(self, code):
        cell, took = self.interrupt(code)
        self.assertEqual("error", cell.reply["status"], "the cell ended by itself")
        self.assertLess(took, NEVER)
        print(f"stopped after {took * 1000:.0f} ms ... ", end="", file=sys.stderr, flush=True)
        self.assert_quiet()

    def assert_quiet(self):
        end = time.monotonic() + NEVER
        while (busy := self.run_cell(BUSY).value) != "[]" and time.monotonic() < end:
            time.sleep(0.1)
        self.assertEqual("[]", busy)
        rows = self.run_cell('Plugins.scan().parser("lines").over(sample("lines.log")).table().rowCount()')
        self.assertGreater(int(rows.value), 0)

    def test_the_first_cell(self):
        """A class whose initializer was interrupted would be lost for the rest of the kernel's life."""
        for pause in (0.2, 1.0):
            with self.subTest(pause=pause), Kernel() as fresh:
                request = fresh.send(ENDLESS)
                time.sleep(pause)
                fresh.manager.interrupt_kernel()
                self.assertEqual("error", fresh.await_idle(request).reply["status"])
                rows = fresh.run('Plugins.scan().parser("lines").over(sample("lines.log")).table().rowCount()')
                self.assertEqual("ok", rows.reply["status"], rows.error)

    def test_a_guest_that_never_returns(self):
        self.assert_stopped(ENDLESS)

    def test_rows_without_end(self):
        self.assert_stopped(FLOWING)

    def test_a_future_that_the_cell_waits_for(self):
        self.assert_stopped(IN_A_FUTURE)
        print(f"0 threads left, with JJava's kernel {self.jjava()} ... ", end="", file=sys.stderr, flush=True)

    def jjava(self):
        """How many threads are busy in the same kernel without what ours adds, for comparison."""
        jars = [os.path.join(ROOT, "target", "tamias.jar"), *glob.glob(os.path.join(ROOT, "target", "lib", "*.jar"))]
        with Kernel("java", JJAVA_CLASSPATH=os.pathsep.join(jars)) as jjava:
            jjava.run("import dev.tamias.*; import static dev.tamias.Bytes.*; import java.util.*;")
            request = jjava.send(IN_A_FUTURE)
            time.sleep(5)
            jjava.manager.interrupt_kernel()
            stopped = jjava.await_idle(request).reply["status"]
            time.sleep(1)
            busy = jjava.run(BUSY)
            return f"{stopped}, then {busy.value or busy.error}"

    def test_a_thread_that_the_cell_waits_for(self):
        self.assert_stopped(f"var parse = new Thread(() -> {{ {ENDLESS}; }}); parse.start(); parse.join();")

    def test_a_thread_that_an_earlier_cell_has_started(self):
        self.run_cell(f"var left = new Thread(() -> {{ {ENDLESS}; }}); left.setDaemon(true); left.start();")
        time.sleep(1)
        self.kernel.manager.interrupt_kernel()
        self.run_cell("left.join(5_000);")
        self.assertEqual("false", self.run_cell("left.isAlive()").value)
        self.assert_quiet()


if __name__ == "__main__":
    unittest.main()
