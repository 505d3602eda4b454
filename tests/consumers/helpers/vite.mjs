/** An app that Vite builds and serves. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A module of the app's own tools. */
export const tool = (folder, path) =>
  import(pathToFileURL(join(folder, "node_modules", path)).href);

/** Builds the app with its plugins and opens its page. */
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
  await here.serving(outDir, (url) => here.worksInPage(url));
}

/** The same with its development server, which gives frameworks in their development form. */
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
    await here.worksInPage(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
}
