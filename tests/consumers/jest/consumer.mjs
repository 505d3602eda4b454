import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../helpers/here.mjs";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => [
  {
    place: "Jest, ESM",
    version: versionOf(folder, "jest"),
    async run(here) {
      const settings = here.settings();
      // Jest's own switch for packages in ESM.
      const env = {
        SETTINGS: JSON.stringify(settings),
        NODE_OPTIONS: "--experimental-vm-modules --no-warnings",
      };
      const config = JSON.stringify({ testMatch: ["**/*.test.mjs"], transform: {}, haste: {} });
      await here.tool("jest/bin/jest.js", ["--rootDir", ".", "--config", config], { env });
      const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
      await checkReport(report, here.mock, settings.application);
    },
  },
];
