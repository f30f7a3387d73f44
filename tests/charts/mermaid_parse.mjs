// Parses the Mermaid diagrams named on the command line with Mermaid's own parser; exit status 1 where one is refused.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.argv[2] + "/");  // the directory that holds node_modules
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(process.argv[2] + "/node_modules/mermaid/dist/mermaid.core.mjs"));

let refused = 0;
for (const file of process.argv.slice(3)) {
  try {
    const { diagramType, config } = await mermaid.parse(readFileSync(file, "utf8"));
    console.log(`${file}\t${diagramType}\t${JSON.stringify(config)}`);
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    refused = 1;
  }
}
process.exit(refused);
