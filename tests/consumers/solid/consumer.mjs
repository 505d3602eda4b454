import { versionOf } from "../helpers/version.mjs";
import { tool, viteBuild } from "../helpers/vite.mjs";

export default (folder) => [
  {
    place: "Solid, by the stores, Vite build",
    version: versionOf(folder, "solid-js"),
    async run(here) {
      const { default: solid } = await tool(folder, "vite-plugin-solid/dist/esm/index.mjs");
      await viteBuild(here, { plugins: [solid()] });
    },
  },
];
