"""Starts the kernel "tamias" on a connection file, or tells the notebook why it cannot.

Jupyter runs this with its own Python. It asks the launcher for the Java command, checks what Java would
die of without a word, and becomes Java: one process, one JVM. Where something is missing it becomes a
kernel that answers each cell with the reason instead (unavailable.py).
"""

import glob
import os
import shlex
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
MAIN = "dev.tamias.kernel.Main"
NEEDED = {"tamias.jar": "dev/tamias/Plugins.class", "jjava.jar": "org/dflib/jjava/kernel/JavaKernel.class"}
# Where cells are compiled and run, which Java's modules close otherwise.
OPENED = "jdk.jshell/jdk.jshell=ALL-UNNAMED"


class Unavailable(Exception):
    """Why there can be no kernel, in words for the user."""


def launcher():
    path = os.environ.get("TAMIAS_LAUNCHER", "")
    if not os.access(path, os.X_OK):
        raise Unavailable(
            f'The launcher "{path}" that this kernel was installed with is gone; the project was moved or'
            " deleted. Run kernel/tamias kernel where it is now."
        )
    return path


def ask_launcher():
    """Java with its flags, and the entries of the class path."""
    asked = subprocess.run([launcher(), "kernel-command"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if asked.returncode != 0:
        raise Unavailable(asked.stderr.strip().replace("tamias: ", "") or "The launcher failed without a word.")
    words = asked.stdout.split("\0")[:-1]
    middle = words.index("--")
    return words[:middle], words[middle + 1 :]


def check_entry(path):
    name = os.path.basename(path)
    again = "Run kernel/tamias kernel again, which builds it."
    if not os.path.exists(path):
        raise Unavailable(f'The class path\'s "{path}" does not exist. {again}')
    if os.path.isdir(path):
        return
    try:
        whole = zipfile.is_zipfile(path)
        needed = NEEDED.get(name)
        if whole and needed:
            with zipfile.ZipFile(path) as jar:
                whole = needed in jar.NameToInfo
    except (OSError, zipfile.BadZipFile) as error:
        raise Unavailable(f'The class path\'s "{path}" cannot be read: {error}. {again}') from error
    if not whole:
        raise Unavailable(f'The class path\'s "{path}" is no whole jar, as after a broken build. {again}')


def bridge_ijava():
    """What notebooks of IJava set is honoured under JJava's names."""
    for name in ("CLASSPATH", "COMPILER_OPTS", "TIMEOUT", "STARTUP_SCRIPTS_PATH", "STARTUP_SCRIPT"):
        old = os.environ.get("IJAVA_" + name)
        if old and not os.environ.get("JJAVA_" + name):
            os.environ["JJAVA_" + name] = old


def more_class_path(notices):
    """Entries of the user's that do not exist are left out, and said: JJava would die of them."""
    entries = []
    for entry in os.environ.get("JJAVA_CLASSPATH", "").split(os.pathsep):
        if not entry:
            continue
        found = glob.glob(entry)
        if not found:
            notices.append(f'The class path\'s "{entry}" (JJAVA_CLASSPATH) does not exist and is left out.')
        for path in sorted(found):
            if os.path.isdir(path) or zipfile.is_zipfile(path):
                entries.append(path)
            else:
                notices.append(f'The class path\'s "{path}" (JJAVA_CLASSPATH) is no jar and is left out.')
    os.environ["JJAVA_CLASSPATH"] = os.pathsep.join(entries)


def more_flags(java):
    """Flags of the user's, of which a JVM would die: so they are tried, where there are some."""
    flags = shlex.split(os.environ.get("TAMIAS_JVM_OPTS", "")) + shlex.split(os.environ.get("JJAVA_JVM_OPTS", ""))
    if flags:
        tried = subprocess.run([java, *flags, "-version"], capture_output=True, text=True)
        if tried.returncode != 0:
            raise Unavailable(
                f"Java does not start with the flags {' '.join(flags)} (TAMIAS_JVM_OPTS, JJAVA_JVM_OPTS):\n"
                + (tried.stderr + tried.stdout).strip()
            )
    return shlex.split(os.environ.get("JJAVA_JVM_OPTS", ""))


def java_command(connection_file):
    java, entries = ask_launcher()
    notices = []
    bridge_ijava()
    for entry in entries:
        check_entry(entry)
    more_class_path(notices)
    flags = more_flags(java[0])
    os.environ["TAMIAS_NOTICE"] = "\n".join(notices)
    os.environ["TAMIAS_PYTHON"] = sys.executable
    os.environ["TAMIAS_UNAVAILABLE"] = os.path.join(HERE, "unavailable.py")
    class_path = os.pathsep.join(entries)
    return [*java, *flags, "--add-opens", OPENED, "-cp", class_path, MAIN, connection_file]


def main():
    connection_file = sys.argv[1]
    try:
        command = java_command(connection_file)
        os.execv(command[0], command)
    except Unavailable as error:
        reason = str(error)
    except Exception as error:  # whatever it is, the notebook is where it is read
        reason = f"{type(error).__name__}: {error}"
    print("tamias: " + reason, file=sys.stderr, flush=True)
    import unavailable

    unavailable.serve(connection_file, reason)


if __name__ == "__main__":
    main()
