import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Imports a module of a tool that is installed in an app. */
export const tool = (folder, name) =>
  import(pathToFileURL(createRequire(join(folder, "x.js")).resolve(name)).href);
