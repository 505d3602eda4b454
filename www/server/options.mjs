/** The server's options, from its command line and its environment. */

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
    fail(`--port ${values.port} is not a port`);
  if (!values.pkg) fail("--pkg DIR is required: the folder of the installed package");
  const pkg = resolve(values.pkg);
  if (!existsSync(join(pkg, "package.json"))) fail(`--pkg: there is no package in ${pkg}`);
  const apiKey = process.env.NINJAHIRE_API_KEY;
  const upstream = values.upstream ?? (apiKey ? "https://api.ninjahire.co" : undefined);
  if (!upstream || !URL.canParse(upstream)) fail("--upstream URL is required: the URL of the API");
  return {
    port,
    pkg,
    upstream,
    /** The mock accepts any key. */
    apiKey: apiKey ?? "demo-key",
    isMock: apiKey === undefined,
    webhookSecret: process.env.NINJAHIRE_WEBHOOK_SECRET,
    /** A file with the records of the ATS. The mock has its own. */
    candidatesFile: values.candidates,
  };
}

function fail(why) {
  console.error(why);
  process.exit(2);
}
