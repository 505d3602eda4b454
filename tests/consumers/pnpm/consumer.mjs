import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => [
  {
    place: "pnpm, strict node_modules",
    version: versionOf(folder, "pnpm"),
    async run(here) {
      const app = join(folder, "app");
      rmSync(app, { recursive: true, force: true });
      mkdirSync(app);
      for (const file of ["esm.mjs", "exercise.mjs"])
        copyFileSync(join(folder, file), join(app, file));
      copyFileSync(here.tarball, join(app, "package.tgz"));
      writeFileSync(
        join(app, "package.json"),
        JSON.stringify({
          private: true,
          dependencies: { "ninjahire-calls": "file:./package.tgz" },
        }),
      );
      const args = [
        "install",
        "--ignore-workspace",
        "--store-dir",
        join(folder, "store"),
        "--config.node-linker=isolated",
      ];
      await here.tool("pnpm/bin/pnpm.mjs", args, { cwd: app });
      await here.checkInNode(join(app, "esm.mjs"), process.execPath, app);
    },
  },
];
