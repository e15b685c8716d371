"""Starts the kernel once and has it show a table, with a flag for its JVM: so the launcher makes the archive
of the classes that a kernel loads."""

import os
import sys

from jupyter_client.manager import KernelManager

CELL = """
var log = java.nio.file.Files.createTempFile("trial-", ".log");
java.nio.file.Files.writeString(log, "a line\\n");
Plugins.scan().parser("lines").over(file(log)).table();
java.nio.file.Files.delete(log);
Plugins.scan().parser("lines").over(sample("lines.log")).table()
"""
# Seconds: what a kernel takes that compiles a plugin, and one that writes its classes when it ends.
PATIENCE = 120


def main(flag):
    manager = KernelManager(kernel_name="tamias", shutdown_wait_time=PATIENCE)
    manager.start_kernel(env={**os.environ, "TAMIAS_JVM_OPTS": flag})
    try:
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        client.execute_interactive(CELL, timeout=PATIENCE, output_hook=lambda message: None)
        client.stop_channels()
    finally:
        manager.shutdown_kernel()


if __name__ == "__main__":
    main(sys.argv[1])
