/** The same for Node, which reads the wasm from disk. */
import { readFile } from "node:fs/promises";
import { useLoader } from "./instance.js";
useLoader((url = new URL("./core.wasm", import.meta.url)) => {
    const file = new URL(url, import.meta.url);
    return file.protocol === "file:" ? readFile(file) : fetch(file);
});
export * from "./index.js";
