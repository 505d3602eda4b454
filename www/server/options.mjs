/** What the server is told on its command line and by its environment. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export function optionsFrom(args) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "8080" },
      pkg: { type: "string" },
      upstream: { type: "string" },
      candidates: { type: "string" },
    },
  });
  const port = Number(values.port);
  if (!(Number.isInteger(port) && port >= 0 && port < 65536))
    fail(`--port ${values.port} is no port`);
  if (!values.pkg) fail("--pkg DIR is needed: the folder of the installed package");
  const pkg = resolve(values.pkg);
  if (!existsSync(join(pkg, "package.json"))) fail(`--pkg: there is no package in ${pkg}`);
  const apiKey = process.env.NINJAHIRE_API_KEY;
  const upstream = values.upstream ?? (apiKey ? "https://api.ninjahire.co" : undefined);
  if (!upstream || !URL.canParse(upstream)) fail("--upstream URL is needed: where the API is");
  return {
    port,
    pkg,
    upstream,
    /** The mock takes any key. */
    apiKey: apiKey ?? "demo-key",
    isMock: apiKey === undefined,
    webhookSecret: process.env.NINJAHIRE_WEBHOOK_SECRET,
    /** The ATS's own records; the mock has some. */
    candidatesFile: values.candidates,
  };
}

function fail(why) {
  console.error(why);
  process.exit(2);
}
