/** A site on 127.0.0.1 with the package, a test's pages, and an API whose answers the test defines. */

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The package under test. */
export const pkg = resolve(process.env.NINJAHIRE_PKG ?? join(here, "../../../pkg"));

export const strictPolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'; report-uri /csp-report";

const types = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".json": "application/json",
  ".wav": "audio/wav",
};

/**
 * The elements as a bundler builds them for a page: with Lit inside, parts that load on first use in separate
 * files, and the rest of the package external.
 */
const bundled = build({
  stdin: {
    contents:
      'export * from "./elements/index.js"; import * as all from "./elements/index.js"; import * as core from "./index.js"; Object.assign(window, { all, core }); window.isReady = true;',
    resolveDir: pkg,
  },
  bundle: true,
  splitting: true,
  format: "esm",
  entryNames: "elements",
  chunkNames: "elements-[hash]",
  outdir: "/",
  write: false,
  logLevel: "error",
  plugins: [
    {
      name: "the rest of the package",
      setup: (builder) =>
        builder.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
          const file = relative(pkg, join(resolveDir, path));
          const isOutside = file.startsWith("..") || file.startsWith("elements/");
          return isOutside ? null : { path: `/pkg/${file}`, external: true };
        }),
    },
  ],
});

/**
 * `api(method, path, query)` answers with `[status, body]`, a value for 200, or `"hang"`.
 * Every request it gets is in `requests`.
 */
export async function openSite() {
  const site = {
    pages: new Map(),
    requests: [],
    reports: [],
    api: () => [404, {}],
    policy: strictPolicy,
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://x");
    const send = (status, type, body) => {
      response.writeHead(status, {
        "content-type": type,
        "access-control-allow-origin": "*",
        ...(type.startsWith("text/html") && { "content-security-policy": site.policy }),
      });
      response.end(body);
    };
    if (url.pathname === "/csp-report") {
      let body = "";
      for await (const part of request) body += part;
      site.reports.push(JSON.parse(body)["csp-report"]);
      return send(204, "text/plain", "");
    }
    if (url.pathname.startsWith("/api/")) {
      const path = url.pathname.slice(4);
      site.requests.push(`${request.method} ${path}`);
      const answer = await site.api(request.method, path, url.searchParams);
      if (answer === "hang") return;
      const [status, body] = Array.isArray(answer) ? answer : [200, answer];
      return send(
        status,
        status < 400 ? "application/json" : "application/problem+json",
        JSON.stringify(body),
      );
    }
    const page = site.pages.get(url.pathname);
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    if (range && page !== undefined) {
      // A player can seek only if the server answers range requests.
      const [from, to] = [Number(range[1]), range[2] ? Number(range[2]) + 1 : page.length];
      response.writeHead(206, {
        "content-type": types[extname(url.pathname)],
        "content-range": `bytes ${from}-${to - 1}/${page.length}`,
        "accept-ranges": "bytes",
      });
      return response.end(page.slice(from, to));
    }
    if (page !== undefined) return send(200, types[extname(url.pathname)] ?? types[".html"], page);
    if (url.pathname.startsWith("/pkg/")) {
      let file = join(pkg, normalize(url.pathname.slice(4)));
      if (!existsSync(file) && url.pathname === "/pkg/reading/index.js")
        file = join(here, "reading-stub.mjs");
      if (existsSync(file))
        return send(200, types[extname(file)] ?? "text/plain", readFileSync(file));
    }
    send(404, "text/plain", "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  site.url = `http://127.0.0.1:${server.address().port}`;
  site.close = () => {
    server.closeAllConnections();
    server.close();
  };
  for (const { path, text } of (await bundled).outputFiles) site.pages.set(path, text);
  site.pages.set("/site.css", readFileSync(join(here, "site.css"), "utf8"));
  /** Adds a page with this body, and returns its path. */
  site.page = (body, { lang = "en", dir = "ltr", head = "" } = {}) => {
    const path = `/page-${site.pages.size}`;
    site.pages.set(
      path,
      `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Test</title><link rel="icon" href="/icon.png"><link rel="stylesheet" href="/site.css">${head}<script type="module" src="/elements.js"></script></head><body><main><h1>Test</h1>${body}</main></body></html>`,
    );
    return path;
  };
  return site;
}
