import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of a tool that is installed in an app. */
export const versionOf = (folder, name) =>
  JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;
