import { readFile } from "node:fs/promises";

/** Loads a wasm from a `file:` URL, a path, or a URL to fetch. */
export async function load(source: string | URL): Promise<BufferSource | Response> {
  // Only these are URLs. A Windows path could be parsed as one, too.
  if (!/^(https?|data|blob|file):/i.test(String(source))) {
    return (await readFile(source as string)) as BufferSource;
  }
  const url = new URL(source);
  return url.protocol === "file:" ? ((await readFile(url)) as BufferSource) : fetch(url);
}
