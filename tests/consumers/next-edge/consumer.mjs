import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../helpers/here.mjs";
import { requestReport, withServer } from "../helpers/server.mjs";
import { versionOf } from "../helpers/version.mjs";

export default (folder) =>
  ["webpack", "turbopack"].map((bundler) => ({
    place: `Next (${bundler}), edge runtime`,
    version: versionOf(folder, "next"),
    async run(here) {
      rmSync(join(folder, ".next"), { recursive: true, force: true });
      const env = { NEXT_TELEMETRY_DISABLED: "1" };
      const next = join(folder, "node_modules/next/dist/bin/next");
      await here.run(process.execPath, [next, "build", `--${bundler}`], { env });
      const start = (port) => [next, "start", "-p", port, "-H", "127.0.0.1"];
      await withServer(here, process.execPath, start, async (url) => {
        const settings = here.nextSettings();
        const report = await requestReport(`${url}/exercise`, settings);
        await checkReport(report, here.mock, settings.application);
      });
    },
  }));
