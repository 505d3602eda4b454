import { tool } from "../helpers/tool.mjs";
import { versionOf } from "../helpers/version.mjs";
import { webpackGuides, webpackPlaces } from "../helpers/webpack.mjs";

export const guides = webpackGuides;

export default async (folder) =>
  webpackPlaces(folder, {
    name: "Rspack",
    version: versionOf(folder, "@rspack/core"),
    bundler: (await tool(folder, "@rspack/core")).rspack,
    DevServer: (await tool(folder, "@rspack/dev-server")).RspackDevServer,
  });
