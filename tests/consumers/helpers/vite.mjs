/** Builds and serves an app with Vite. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Imports a module of a tool that is installed in the app. */
export const tool = (folder, path) =>
  import(pathToFileURL(join(folder, "node_modules", path)).href);

/** Builds the app with its plugins and checks its page. */
export async function viteBuild(here, { plugins = [], ...options } = {}) {
  const { build } = await tool(here.folder, "vite/dist/node/index.js");
  const outDir = join(here.folder, "dist");
  await build({
    root: here.folder,
    configFile: false,
    logLevel: "warn",
    plugins,
    build: { outDir, emptyOutDir: true },
    ...options,
  });
  await here.withFileServer(outDir, (url) => here.checkInPage(url));
}

/** Checks the page with Vite's development server, which uses the development builds of frameworks. */
export async function viteDev(here, { plugins = [], ...options } = {}) {
  const { createServer } = await tool(here.folder, "vite/dist/node/index.js");
  const server = await createServer({
    root: here.folder,
    configFile: false,
    logLevel: "warn",
    plugins,
    server: { port: 0, host: "127.0.0.1" },
    ...options,
  });
  await server.listen();
  try {
    await here.checkInPage(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
}
