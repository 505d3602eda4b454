/** Node, as ESM and as CommonJS. */

import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** The places of one version of Node. */
export function nodePlaces(program) {
  const version = execFileSync(program, ["--version"], { encoding: "utf8" }).trim();
  return [
    ["ESM", "esm.mjs"],
    ["require", "require.cjs"],
  ].map(([name, file]) => ({
    place: `Node ${version.split(".")[0].slice(1)}, ${name}`,
    version,
    run: (here) => here.checkInNode(join(here.folder, file), program),
  }));
}
