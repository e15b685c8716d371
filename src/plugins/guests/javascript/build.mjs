// node build.mjs WIT WORLD MODULE OUTPUT: makes a component of a module with SpiderMonkey.

import { writeFile } from "node:fs/promises";
import { componentize } from "@bytecodealliance/componentize-js";

const [witPath, worldName, sourcePath, output] = process.argv.slice(2);
const disableFeatures = ["http", "fetch-event"];
const { component } = await componentize({ sourcePath, witPath, worldName, disableFeatures });
await writeFile(output, component);
