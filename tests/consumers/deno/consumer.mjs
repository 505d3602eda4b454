import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../helpers/here.mjs";
import { versionOf } from "../helpers/version.mjs";

/** The path of Deno. npm installs only the package of the current platform. */
function binaryIn(folder) {
  const scope = join(folder, "node_modules/@deno");
  return join(scope, readdirSync(scope)[0], "deno");
}

export default (folder) => [
  {
    place: "Deno",
    version: versionOf(folder, "deno"),
    async run(here) {
      const settings = here.nextSettings();
      const script = join(folder, "esm.mjs");
      const args = ["run", "--allow-env", "--allow-read", "--allow-net", "--no-prompt", script];
      const env = { SETTINGS: JSON.stringify(settings), DENO_NO_UPDATE_CHECK: "1" };
      const printed = await here.run(binaryIn(folder), args, { env });
      await checkReport(JSON.parse(printed), here.mock, settings.application);
    },
  },
];
