import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { checkReport } from "../helpers/here.mjs";
import { versionOf } from "../helpers/version.mjs";

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

const soon = () => ({ signal: AbortSignal.timeout(60_000) });

/** Serves the build while `use` runs. */
async function withBuild(here, use) {
  const port = await freePort();
  const next = join(here.folder, "node_modules/next/dist/bin/next");
  const server = spawn(process.execPath, [next, "start", "-p", port, "-H", "127.0.0.1"], {
    cwd: here.folder,
    env: { ...process.env, NINJAHIRE_API_KEY: "test-key", NINJAHIRE_URL: here.mock.url },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    for (let tried = 0; ; tried += 1) {
      const isUp = await fetch(`${url}/favicon.ico`).catch(() => undefined);
      if (isUp) break;
      if (tried > 300) throw new Error("next start did not listen");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await use(url);
  } finally {
    server.kill();
  }
}

export default (folder) => {
  const version = versionOf(folder, "next");
  return ["webpack", "turbopack"].flatMap((bundler) => {
    const place = (name, use) => ({
      place: `Next (${bundler}), ${name}`,
      version,
      run: (here) => withBuild(here, (url) => use(here, url)),
    });
    return [
      {
        place: `Next (${bundler}), build without secrets`,
        version,
        async run(here) {
          rmSync(join(folder, ".next"), { recursive: true, force: true });
          const env = { NEXT_TELEMETRY_DISABLED: "1" };
          await here.tool("next/dist/bin/next", ["build", `--${bundler}`], { env });
        },
      },
      place("server component", async (here, url) => {
        const settings = here.nextSettings();
        const server = encodeURIComponent(JSON.stringify(settings));
        const html = await (await fetch(`${url}/?server=${server}`, soon())).text();
        const [, report] = html.match(/<pre>(.*?)<\/pre>/) ?? [];
        if (!report) throw new Error(html);
        await checkReport(
          JSON.parse(report.replaceAll("&quot;", '"')),
          here.mock,
          settings.application,
        );
      }),
      place("route handler", async (here, url) => {
        const settings = here.nextSettings();
        const answer = await fetch(`${url}/exercise`, {
          ...soon(),
          method: "POST",
          body: JSON.stringify(settings),
        });
        await checkReport(await answer.json(), here.mock, settings.application);
      }),
      place("client component, by the proxy in a route handler", (here, url) =>
        here.checkInPage(url, { viaProxy: true }),
      ),
    ];
  });
};
