/** A framework that renders on a server: the package in the server, and in the page by its proxy. */

import { join } from "node:path";
import { adapt } from "./guides.mjs";
import { checkReport } from "./here.mjs";
import { exercisedBy, runningServer } from "./server.mjs";

/** The places of an app that `build` builds and whose server is `entry`; `route` is the guide's proxy. */
export function ssrPlaces(folder, { name, version, build, entry, route }) {
  // The mock instead of the vendor's API.
  const upstream = "createProxy({ upstream: process.env.NINJAHIRE_URL,";
  adapt(join(folder, route), [["createProxy({", upstream]]);
  // The framework needs a newer Node than the package.
  const node = join(folder, "node_modules/node/bin/node");
  const serving = (here, use) => runningServer(here, node, () => [join(folder, entry)], use);
  return [
    {
      place: `${name}, build`,
      version,
      run: (here) =>
        here.run(node, [join(folder, "node_modules", build[0]), ...build.slice(1)], {
          env: { ASTRO_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1", CI: "1" },
        }),
    },
    {
      place: `${name}, server`,
      version,
      run: (here) =>
        serving(here, async (url) => {
          const settings = here.settings();
          const report = await exercisedBy(`${url}/exercise`, settings);
          await checkReport(report, here.mock, settings.application);
        }),
    },
    {
      place: `${name}, page, by the proxy`,
      version,
      run: (here) => serving(here, (url) => here.worksInPage(url, { viaProxy: true })),
    },
  ];
}
