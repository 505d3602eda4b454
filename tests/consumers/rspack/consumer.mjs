import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeFileSync } from "node:fs";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => {
  const version = versionOf(folder, "@rspack/core");
  const rspack = createRequire(join(folder, "x.js"))("@rspack/core").rspack;
  const build = async (mode) => {
    const path = join(folder, mode);
    const stats = await promisify(rspack)({
      mode,
      context: folder,
      entry: "./main.js",
      output: { path: join(path, "assets"), filename: "main.js" },
      // The wasm is above what rspack recommends for any one file.
      performance: { hints: false },
    });
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
    writeFileSync(
      join(path, "index.html"),
      '<!doctype html><title>Consumer</title><body><script src="assets/main.js"></script></body>',
    );
    return path;
  };
  return ["production", "development"].map((mode) => ({
    place: `Rspack, ${mode}`,
    version,
    run: async (here) => here.serving(await build(mode), (url) => here.worksInPage(url)),
  }));
};
