import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A module of an app's own tools. */
export const tool = (folder, name) =>
  import(pathToFileURL(createRequire(join(folder, "x.js")).resolve(name)).href);
