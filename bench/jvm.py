"""JVMs with Tamias: one that stays and answers, and ones that are started to be measured."""

import os
import subprocess
import time

MAIN = "dev.tamias.cli.Main"


class Command:
    """The command line that `kernel/tamias` starts Tamias with: java, its flags, -cp and the class path."""

    def __init__(self, words):
        self.words = list(words)

    def run(self, main, *arguments, cache=None):
        """A JVM from its start to its end: what it printed, wall and CPU seconds."""
        start = time.perf_counter()
        child = subprocess.Popen(
            [*self.words, main, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(cache),
        )
        printed = child.stdout.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise RuntimeError(f"{main} {' '.join(arguments)} ended with {child.returncode}")
        return printed, wall, usage.ru_utime + usage.ru_stime

    def serve(self, cache=None, flags=()):
        return Server([self.words[0], *flags, *self.words[1:], MAIN, "bench-serve"], cache)


class Server:
    """A JVM that measures as it is asked, until it is closed."""

    def __init__(self, command, cache):
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(cache),
            text=True,
            encoding="utf-8",
        )

    def ask(self, *words):
        """The answer's figures by their names."""
        self.process.stdin.write("\t".join(str(word) for word in words) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"no answer to {words}")
        return {key: float(value) for key, value in (pair.split("=") for pair in answer.split("\t"))}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def environment(cache):
    """This process's, with Tamias's caches below `cache`."""
    if cache is None:
        return None
    return {**os.environ, "XDG_CACHE_HOME": str(cache)}
