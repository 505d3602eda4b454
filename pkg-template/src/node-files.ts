import { readFile } from "node:fs/promises";

/** Gets a wasm from where the user says: a `file:` URL, a path, or a URL to fetch. */
export async function load(source: string | URL): Promise<BufferSource | Response> {
  // A path on Windows can be parsed as a URL: only these are.
  if (!/^(https?|data|blob|file):/i.test(String(source))) {
    return (await readFile(source as string)) as BufferSource;
  }
  const url = new URL(source);
  return url.protocol === "file:" ? ((await readFile(url)) as BufferSource) : fetch(url);
}
