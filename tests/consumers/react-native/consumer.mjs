import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import { versionOf } from "../helpers/version.mjs";

/** The globals of React Native's engine: no WebAssembly, and no `TextDecoder`. */
const globals = () => {
  const { AbortController, Headers, Request, Response, TextEncoder, URL, URLSearchParams } =
    globalThis;
  const web = { AbortController, Headers, Request, Response, TextEncoder, URL, URLSearchParams };
  const fetch = () => assert.fail("no request may be sent");
  return vm.createContext({ ...web, fetch, setTimeout, navigator: { product: "ReactNative" } });
};

export const quick = /./;

export default (folder) => {
  const bundle = async (conditions) => {
    const { outputFiles } = await createRequire(join(folder, "x.js"))("esbuild").build({
      absWorkingDir: folder,
      entryPoints: ["main.js"],
      bundle: true,
      write: false,
      format: "iife",
      platform: "neutral",
      conditions,
      logLevel: "silent",
    });
    return outputFiles[0].text;
  };
  const place = (name, run) => ({
    place: `React Native, simulated: ${name}`,
    version: versionOf(folder, "ninjahire-calls"),
    verdict: "refused, and says why",
    run,
  });
  return [
    place("its own bundler's conditions", async () => {
      const context = globals();
      // Node adds WebAssembly to every context.
      vm.runInContext("delete globalThis.WebAssembly", context);
      const script = await bundle(["react-native", "import"]);
      assert.throws(() => vm.runInContext(script, context), {
        code: "webassembly_unavailable",
        message: /React Native, which has no WebAssembly.*server/,
      });
    }),
    place("another bundler's", async () => {
      const context = globals();
      vm.runInContext("delete globalThis.WebAssembly", context);
      context.TextDecoder = TextDecoder;
      vm.runInContext(await bundle(["import"]), context);
      const { code, message } = await context.outcome;
      assert.equal(code, "webassembly_unavailable");
      assert.match(message, /React Native/);
    }),
  ];
};
