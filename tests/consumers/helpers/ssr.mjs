/** Frameworks that render on a server: the package in the server, and in the page through the proxy. */

import { join } from "node:path";
import { adapt } from "./guides.mjs";
import { checkReport } from "./here.mjs";
import { requestReport, withServer } from "./server.mjs";

/** The places of an app. `build` is the command that builds it, `entry` its server, `route` the guide's proxy. */
export function ssrPlaces(folder, { name, version, build, entry, route }) {
  // The proxy uses the mock instead of the vendor's API.
  const upstream = "createProxy({ upstream: process.env.NINJAHIRE_URL,";
  adapt(join(folder, route), [["createProxy({", upstream]]);
  // The framework needs a newer Node than the package.
  const node = join(folder, "node_modules/node/bin/node");
  const withBuiltServer = (here, use) => withServer(here, node, () => [join(folder, entry)], use);
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
        withBuiltServer(here, async (url) => {
          const settings = here.nextSettings();
          const report = await requestReport(`${url}/exercise`, settings);
          await checkReport(report, here.mock, settings.application);
        }),
    },
    {
      place: `${name}, page, by the proxy`,
      version,
      run: (here) => withBuiltServer(here, (url) => here.checkInPage(url, { viaProxy: true })),
    },
  ];
}
