import { versionOf } from "../helpers/version.mjs";
import { tool, viteBuild } from "../helpers/vite.mjs";

export default (folder) => {
  const version = versionOf(folder, "vue");
  return [
    {
      place: "Vue, types",
      version: `${version}, TypeScript ${versionOf(folder, "typescript")}`,
      run: (here) => here.tool("vue-tsc/bin/vue-tsc.js", ["-p", "."]),
    },
    {
      place: "Vue, Vite build",
      version,
      async run(here) {
        const { default: vue } = await tool(folder, "@vitejs/plugin-vue/dist/index.mjs");
        const isCustomElement = (name) => name.startsWith("ninjahire-");
        const plugins = [vue({ template: { compilerOptions: { isCustomElement } } })];
        await viteBuild(here, { plugins });
      },
    },
  ];
};
