import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export const guides = { "docs/bundlers.md": ["rollup.config.mjs"] };

export default (folder) => [
  {
    place: "Rollup, the wasm copied",
    version: versionOf(folder, "rollup"),
    async run(here) {
      await here.tool("rollup/dist/bin/rollup", ["--config", "--failAfterWarnings", "--silent"]);
      const dir = join(folder, "dist");
      const page = '<script type="module" src="main.js"></script>';
      writeFileSync(
        join(dir, "index.html"),
        `<!doctype html><title>Consumer</title><body>${page}</body>`,
      );
      await here.withFileServer(dir, (url) => here.checkInPage(url));
    },
  },
];
