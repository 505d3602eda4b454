/** webpack, and bundlers that use its configuration. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { freePort } from "./server.mjs";
import { withProxy } from "./start.mjs";

export const webpackGuides = {
  "README.md": [".env.local", "server.mjs"],
  "docs/bundlers.md": ["webpack.config.mjs"],
};

/** The places of a bundler with the guide's configuration: both modes and the development server. */
export function webpackPlaces(folder, { name, version, bundler, DevServer }) {
  const page = (script) =>
    `<!doctype html><title>Consumer</title><body><script src="${script}"></script></body>`;
  const configure = async (mode) => {
    // The file changes with each run, so avoid the cache of modules.
    const config = pathToFileURL(join(folder, "webpack.config.mjs"));
    const { default: guide } = await import(`${config.href}?${Math.random()}`);
    const path = join(folder, mode);
    return {
      mode,
      context: folder,
      output: { path: join(path, "assets"), filename: "main.js" },
      // The wasm is larger than webpack's recommended size for a file.
      performance: { hints: false },
      ...guide,
    };
  };
  const build = async (mode) => {
    const stats = await promisify(bundler)(await configure(mode));
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
    writeFileSync(join(folder, mode, "index.html"), page("assets/main.js"));
    return join(folder, mode);
  };
  const modes = ["production", "development"].map((mode) => ({
    place: `${name}, ${mode}`,
    version,
    run: async (here) => here.withFileServer(await build(mode), (url) => here.checkInPage(url)),
  }));
  const served = {
    place: `${name}, development server, by its proxy`,
    version,
    run: (here) =>
      withProxy(here, "webpack.config.mjs", async () => {
        const { devServer, ...config } = await configure("development");
        writeFileSync(join(folder, "index.html"), page("/main.js"));
        const port = await freePort();
        const options = { ...devServer, host: "127.0.0.1", port, static: folder };
        const server = new DevServer(options, bundler(config));
        await server.start();
        try {
          await here.checkInPage(`http://127.0.0.1:${port}`, { viaProxy: true });
        } finally {
          await server.stop();
        }
      }),
  };
  return [...modes, served];
}
