"""Runs an example as JBang does, where there is no JBang: what stands behind //DEPS comes by way of Maven,
//JAVA_OPTIONS go to the JVM, and Java runs the one file.

    mvn -q -Dmaven.test.skip=true install           # Tamias into the local repository, once
    python3 src/examples/run.py Errors.java [LOG]

Without a file it runs all of them on the bundled samples, and ends with 1 where one fails or prints nothing.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEPENDENCY = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"
POM = """<project><modelVersion>4.0.0</modelVersion><groupId>examples</groupId><artifactId>example</artifactId>
<version>1</version><dependencies>{}</dependencies></project>"""


def header(example, name):
    """The words behind the directive of that name."""
    lines = re.findall(rf"^//{name} (.*)$", example.read_text(encoding="utf-8"), re.MULTILINE)
    return [word for line in lines for word in line.split()]


def class_path(dependencies):
    with tempfile.TemporaryDirectory() as directory:
        pom, found = Path(directory, "pom.xml"), Path(directory, "class-path")
        pom.write_text(POM.format("".join(DEPENDENCY.format(*each.split(":")) for each in dependencies)))
        subprocess.run(
            ["mvn", "-B", "-q", "-Dstyle.color=never", "-f", pom, "dependency:build-classpath", f"-Dmdep.outputFile={found}"],
            check=True, stdout=sys.stderr,
        )
        return found.read_text().strip()


def run(example, arguments):
    """What it prints."""
    java = Path(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
    path = class_path(header(example, "DEPS"))
    return subprocess.run(
        [java, *header(example, "JAVA_OPTIONS"), "-cp", path, example, *arguments],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout


def main():
    if len(sys.argv) > 1:
        named = Path(sys.argv[1])
        print(run(named if named.exists() else HERE / named, sys.argv[2:]), end="")
        return
    for example in sorted(HERE.glob("*.java")):
        printed = run(example, [])
        print(f"{example.name}\n{printed}")
        if not printed.strip():
            sys.exit(f"{example.name} prints nothing")


if __name__ == "__main__":
    main()
