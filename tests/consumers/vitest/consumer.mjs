import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../helpers/here.mjs";
import { versionOf } from "../helpers/version.mjs";

export default (folder) =>
  ["jsdom", "happy-dom"].map((environment) => ({
    place: `Vitest, ${environment}`,
    version: `${versionOf(folder, "vitest")}, ${versionOf(folder, environment)}`,
    async run(here) {
      const settings = here.nextSettings();
      const env = { SETTINGS: JSON.stringify(settings) };
      await here.tool("vitest/vitest.mjs", ["run", "--environment", environment], { env });
      const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
      await checkReport(report, here.mock, settings.application);
    },
  }));
