import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { versionOf } from "../helpers/version.mjs";

export const guides = {
  "docs/csp.md": ["policy.js", "policy-for-a-cdn.js", "policy-with-a-nonce.js"],
};

const nonce = "cmluZ3Mgb25jZQ";

export const quick = /own origin/;

export default (folder) => {
  const load = (file) => import(pathToFileURL(join(folder, file)).href);
  const policies = {
    "own origin": async () => (await load("policy.js")).policy,
    "another origin": async () => (await load("policy-for-a-cdn.js")).policyForACdn,
    "a nonce": async () => (await load("policy-with-a-nonce.js")).policyWithANonce(nonce),
  };
  return Object.entries(policies).map(([name, policyOf]) => ({
    place: `embed.js, ${name}, the guide's policy and Trusted Types`,
    version: versionOf(folder, "ninjahire-calls"),
    async run(here) {
      const guide = await policyOf();
      const use = async (elsewhere) => {
        const packageAt = `${name === "another origin" ? elsewhere : "/node_modules"}/ninjahire-calls`;
        writeFileSync(
          join(folder, "index.html"),
          `<!doctype html><title>Consumer</title><meta name="package" data-package-at="${packageAt}">
<script type="module" nonce="${nonce}" src="${packageAt}/embed.js"></script>
<script type="module" nonce="${nonce}" src="/main.mjs"></script><body></body>`,
        );
        // Replaces the guide's servers with those of the tests.
        const policy = guide
          .replaceAll("https://cdn.example", elsewhere)
          .replace("https://recordings.example", here.mock.url)
          .replace("connect-src 'self'", `connect-src 'self' ${here.mock.url}`);
        const headers = { "content-security-policy": policy };
        await here.withFileServer(folder, (url) => here.checkInPage(url), { headers });
      };
      const headers = { "access-control-allow-origin": "*" };
      await here.withFileServer(join(folder, "node_modules"), use, { headers });
    },
  }));
};
