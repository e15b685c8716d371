"""Makes of each script of this folder a JSON file that holds the modules too, as hexadecimal text.

Needs wasm-tools: python3 pack.py [path of wasm-tools]
"""

import json
import pathlib
import subprocess
import sys
import tempfile

TOOL = sys.argv[1] if len(sys.argv) > 1 else "wasm-tools"

for script in sorted(pathlib.Path(__file__).parent.glob("*.wast")):
    with tempfile.TemporaryDirectory() as folder:
        commands = pathlib.Path(folder, "spec.json")
        subprocess.run(
            [TOOL, "json-from-wast", script, "-o", commands, "--wasm-dir", folder], check=True
        )
        lines = []
        for command in json.loads(commands.read_text())["commands"]:
            module = pathlib.Path(folder, command["filename"]).read_bytes()
            kept = {key: command[key] for key in ("type", "line", "text") if key in command}
            lines.append(json.dumps({**kept, "hex": module.hex()}))
    script.with_suffix(".json").write_text('{"commands":[\n' + ",\n".join(lines) + "\n]}\n")
