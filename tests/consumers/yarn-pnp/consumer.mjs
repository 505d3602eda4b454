import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkReport } from "../helpers/here.mjs";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => [
  {
    place: "Yarn, Plug'n'Play",
    version: versionOf(folder, "@yarnpkg/cli-dist"),
    async run(here) {
      const app = join(folder, "app");
      rmSync(app, { recursive: true, force: true });
      mkdirSync(app);
      for (const file of ["esm.mjs", "exercise.mjs"])
        copyFileSync(join(folder, file), join(app, file));
      copyFileSync(here.tarball, join(app, "package.tgz"));
      const manifest = { private: true, dependencies: { "ninjahire-calls": "file:./package.tgz" } };
      writeFileSync(join(app, "package.json"), JSON.stringify(manifest));
      writeFileSync(join(app, "yarn.lock"), "");
      const lines = ["nodeLinker: pnp", "enableTelemetry: false", "enableImmutableInstalls: false"];
      writeFileSync(join(app, ".yarnrc.yml"), lines.join("\n"));
      const env = { YARN_GLOBAL_FOLDER: join(folder, "global"), YARN_ENABLE_GLOBAL_CACHE: "false" };
      await here.tool("@yarnpkg/cli-dist/bin/yarn.js", ["install"], { cwd: app, env });
      const settings = here.nextSettings();
      const hooks = [
        "--require",
        "./.pnp.cjs",
        "--import",
        pathToFileURL(join(app, "loader.mjs")).href,
      ];
      writeFileSync(
        join(app, "loader.mjs"),
        'import { register } from "node:module"; register("./.pnp.loader.mjs", import.meta.url);',
      );
      const printed = await here.run(process.execPath, ["--no-warnings", ...hooks, "esm.mjs"], {
        cwd: app,
        env: { SETTINGS: JSON.stringify(settings) },
      });
      await checkReport(JSON.parse(printed), here.mock, settings.application);
    },
  },
];
