import { tool } from "../helpers/tool.mjs";
import { versionOf } from "../helpers/version.mjs";
import { webpackGuides, webpackPlaces } from "../helpers/webpack.mjs";

export const guides = webpackGuides;

export default async (folder) =>
  webpackPlaces(folder, {
    name: "webpack",
    version: versionOf(folder, "webpack"),
    bundler: (await tool(folder, "webpack")).default,
    DevServer: (await tool(folder, "webpack-dev-server")).default,
  });
