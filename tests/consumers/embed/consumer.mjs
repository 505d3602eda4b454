import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => {
  const version = versionOf(folder, "ninjahire-calls");
  const place = (name, isElsewhere) => ({
    place: `embed.js, ${name}, README's policy and Trusted Types`,
    version,
    run: (here) =>
      here.serving(
        join(folder, "node_modules"),
        (elsewhere) => {
          const packageAt = isElsewhere
            ? `${elsewhere}/ninjahire-calls`
            : "/node_modules/ninjahire-calls";
          const other = isElsewhere ? ` ${elsewhere}` : "";
          writeFileSync(
            join(folder, "index.html"),
            `<!doctype html><title>Consumer</title><meta name="package" data-package-at="${packageAt}">
<script type="module" src="${packageAt}/embed.js"></script>
<script type="module" src="main.mjs"></script><body></body>`,
          );
          const policy = [
            "default-src 'none'",
            `script-src 'self' 'wasm-unsafe-eval'${other}`,
            `connect-src 'self' ${here.mock.url}${other}`,
            `media-src ${here.mock.url}`,
            "require-trusted-types-for 'script'",
          ].join("; ");
          const headers = { "content-security-policy": policy };
          return here.serving(folder, (url) => here.worksInPage(url), { headers });
        },
        { headers: { "access-control-allow-origin": "*" } },
      ),
  });
  return [place("own origin", false), place("another origin", true)];
};
