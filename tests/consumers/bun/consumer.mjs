import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => {
  const version = versionOf(folder, "bun");
  // It has this name on every platform.
  const bun = () => join(folder, "node_modules/bun/bin/bun.exe");
  return [
    {
      place: "Bun, server",
      version,
      run: (here) => here.checkInNode(join(folder, "esm.mjs"), bun()),
    },
    {
      place: "Bun, bundler, inline",
      version,
      async run(here) {
        const outdir = join(folder, "dist");
        await here.run(bun(), ["build", "main.js", "--outdir", outdir, "--target", "browser"]);
        const page = '<script type="module" src="main.js"></script>';
        writeFileSync(
          join(outdir, "index.html"),
          `<!doctype html><title>Consumer</title><body>${page}</body>`,
        );
        await here.withFileServer(outdir, (url) => here.checkInPage(url));
      },
    },
  ];
};
