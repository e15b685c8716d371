#!/usr/bin/env python3
"""Runs the programs of the public WASI test suite (WebAssembly/wasi-testsuite, a checkout of its branch
with binaries, `prod/testsuite-base`) by `tamias run`, and says which behave as they should.

    check-wasi-testsuite.py SUITE --adapter ADAPTER.wasm [--tamias COMMAND] [--wasm-tools PROGRAM] [--native]
                            [--only NAME]

ADAPTER is `wasi_snapshot_preview1.command.wasm`; each program of wasip1 is made a component with it. With
`--native` the programs run in wasmtime (its Python package) in place of `tamias run`: what fails there,
wrapped the same way, is not for an engine to mend. Nothing of the suite is changed: each program gets a copy
of the directory that it is to find at `/`.
"""

import argparse
import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TAMIAS = Path(__file__).resolve().parents[3] / "kernel/tamias"


def wrap(options, program, folder):
    """The program as a component; one that is a component already as it is."""
    wrapped = folder / program.name
    command = [options.wasm_tools, "component", "new", program, "--adapt",
               f"wasi_snapshot_preview1={options.adapter}", "-o", wrapped]
    subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return wrapped


def tamias(options, component, said, root):
    """Exit code, standard output, and standard error."""
    command = shlex.split(options.tamias) + ["run"]
    for name, value in said.get("env", {}).items():
        command += ["--env", f"{name}={value}"]
    if root:
        command += ["--dir", f"{root}::/"]
    command += [str(component)] + said.get("args", [])
    try:
        ended = subprocess.run(command, capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return None, "", "no end within 60 s"
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


def native(_, component, said, root):
    """The same by wasmtime, in a process of its own, since its output may be limited to files."""
    told = json.dumps({"component": str(component), "said": said, "root": str(root or "")})
    ended = subprocess.run([sys.executable, __file__, "--one", told], capture_output=True, check=False,
                           timeout=60)
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


def one(told):
    """Runs one program in this process and exits as it does."""
    from wasmtime import Config, Engine, ExitTrap, Store, WasiConfig
    from wasmtime.component import Component, Linker

    engine = Engine(Config())
    wasi = WasiConfig()
    wasi.argv = [Path(told["component"]).name] + told["said"].get("args", [])
    wasi.env = list(told["said"].get("env", {}).items())
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    if told["root"]:
        wasi.preopen_dir(told["root"], "/")
    store = Store(engine)
    store.set_wasi(wasi)
    linker = Linker(engine)
    linker.add_wasip2()
    component = Component.from_file(engine, told["component"])
    instance = linker.instantiate(store, component)
    name = next(each for each in component.type.exports(engine) if each.startswith("wasi:cli/run@"))
    at = instance.get_export_index(store, name)
    run = instance.get_func(store, instance.get_export_index(store, "run", at))
    try:
        return 1 if getattr(run(store), "tag", "ok") == "err" else 0
    except ExitTrap as exit_code:
        return exit_code.code


def verdict(options, program, folder):
    """Nothing, or why the program failed."""
    specification = program.with_suffix(".json")
    said = json.loads(specification.read_text()) if specification.exists() else {}
    root = None
    if said.get("root"):
        root = folder / "root"
        shutil.copytree(program.parent / said["root"], root, symlinks=True)
    try:
        component = wrap(options, program, folder)
    except subprocess.CalledProcessError as failure:
        return "cannot be wrapped: " + failure.stderr.decode().strip()[:300]
    code, out, err = (native if options.native else tamias)(options, component, said, root)
    wanted = said.get("exit_code", 0)
    # The adapter tells a failing program's code only as failure where WASI has no more to say.
    if code != wanted and not (wanted and code == 1):
        return f"exit {code}, not {wanted}: " + " ".join(err.split())[:400]
    if "stdout" in said and out != said["stdout"]:
        return f"printed {out[:200]!r}, not {said['stdout'][:200]!r}"
    return None


def main():
    if sys.argv[1:2] == ["--one"]:
        return one(json.loads(sys.argv[2]))
    parser = argparse.ArgumentParser()
    parser.add_argument("suite", type=Path)
    parser.add_argument("--adapter", required=True, type=Path)
    parser.add_argument("--tamias", default=str(TAMIAS))
    parser.add_argument("--wasm-tools", default="wasm-tools")
    parser.add_argument("--native", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    programs = [each for each in sorted(options.suite.glob("tests/*/testsuite/wasm32-wasip1/*.wasm"))
                if options.only in each.stem]
    failed = 0
    for program in programs:
        with tempfile.TemporaryDirectory() as folder:
            reason = verdict(options, program, Path(folder))
        if reason:
            failed += 1
            print(f"{program.parts[-4]}/{program.stem}: {reason}", flush=True)
    print(f"{len(programs) - failed} of {len(programs)}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
