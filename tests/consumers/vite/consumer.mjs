import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { versionOf } from "../helpers/version.mjs";

export const quick = /./;

export default async (folder) => {
  const version = versionOf(folder, "vite");
  const vite = await import(
    pathToFileURL(join(folder, "node_modules/vite/dist/node/index.js")).href
  );
  const common = { root: folder, configFile: false, logLevel: "warn" };
  const built = async (here, base) => {
    const outDir = join(folder, "dist", base);
    await vite.build({ ...common, base, build: { outDir, emptyOutDir: true } });
    await here.withFileServer(join(folder, "dist"), (url) => here.checkInPage(`${url}${base}`));
  };
  return [
    {
      place: "Vite, dev",
      version,
      async run(here) {
        const server = await vite.createServer({
          ...common,
          server: { port: 0, host: "127.0.0.1" },
        });
        await server.listen();
        try {
          await here.checkInPage(server.resolvedUrls.local[0]);
        } finally {
          await server.close();
        }
      },
    },
    { place: "Vite, build", version, run: (here) => built(here, "/") },
    {
      place: "Vite, build, base /sub/folder/",
      version,
      run: (here) => built(here, "/sub/folder/"),
    },
  ];
};
