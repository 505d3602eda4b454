import { versionOf } from "../helpers/version.mjs";
import { tool, viteBuild } from "../helpers/vite.mjs";

export default (folder) => {
  const version = versionOf(folder, "svelte");
  return [
    {
      place: "Svelte, types",
      version: `${version}, TypeScript ${versionOf(folder, "typescript")}`,
      run: (here) =>
        here.tool("svelte-check/bin/svelte-check", [
          "--tsconfig",
          "./tsconfig.json",
          "--fail-on-warnings",
        ]),
    },
    {
      place: "Svelte, Vite build",
      version,
      async run(here) {
        const { svelte } = await tool(folder, "@sveltejs/vite-plugin-svelte/src/index.js");
        await viteBuild(here, { plugins: [svelte({ configFile: false })] });
      },
    },
  ];
};
