import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../helpers/here.mjs";
import { versionOf } from "../helpers/version.mjs";

/** Jest's jsdom lacks `fetch`, streams and `TextDecoder`. This environment has Node's. */
const jsdom = {
  testEnvironment: "jest-fixed-jsdom",
  testEnvironmentOptions: { customExportConditions: ["node"] },
};

export default (folder) => {
  const place = (name, test, options) => ({
    place: `Jest, ${name}`,
    version: versionOf(folder, "jest"),
    async run(here) {
      const settings = here.nextSettings();
      // Jest needs this flag for packages in ESM.
      const env = {
        SETTINGS: JSON.stringify(settings),
        NODE_OPTIONS: "--experimental-vm-modules --no-warnings",
      };
      const config = { testMatch: [`**/${test}`], transform: {}, haste: {}, ...options };
      const args = ["--rootDir", ".", "--config", JSON.stringify(config)];
      await here.tool("jest/bin/jest.js", args, { env });
      const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
      await checkReport(report, here.mock, settings.application);
    },
  });
  return [place("ESM", "consumer.test.mjs", {}), place("ESM, jsdom", "page.test.mjs", jsdom)];
};
