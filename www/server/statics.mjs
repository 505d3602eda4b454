/** Serves the page's files, its bundles below /build/, and the package below /node_modules/ninjahire-calls/. */

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { sendProblem } from "./respond.mjs";

const page = fileURLToPath(new URL("..", import.meta.url));
const packagePath = "/node_modules/ninjahire-calls/";
const buildPath = "/build/";
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".wav": "audio/wav",
};

export async function statics({ pkg }, sessions) {
  const built = await bundle({ pkg });
  return async (request, response, pathname) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return sendProblem(response, 405, "Only GET and HEAD are answered here");
    }
    if (pathname === "/" && !sessions.userOf(request.headers.cookie)) {
      // The browser keeps the fragment, and with it the candidate.
      return response
        .writeHead(303, { location: "/sign-in.html", "cache-control": "no-store" })
        .end();
    }
    if (pathname.startsWith(buildPath)) {
      const name = pathname.slice(buildPath.length);
      const contents = built.get(name);
      if (!contents) return sendProblem(response, 404, "There is no such file");
      return response
        .writeHead(200, {
          "content-type": types[extname(name)],
          "content-length": contents.length,
          "cache-control": "no-cache",
        })
        .end(request.method === "HEAD" ? undefined : contents);
    }
    const file = pathname.startsWith(packagePath)
      ? await findFile(pkg, pathname.slice(packagePath.length))
      : await findFile(page, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (!file) return sendProblem(response, 404, "There is no such file");
    response.writeHead(200, {
      "content-type": types[extname(file.path)],
      "content-length": file.size,
      "cache-control": "no-cache",
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(file.path)
      .on("error", () => response.destroy())
      .pipe(response);
  };
}

/** The path and size of a file of a known type, unless a link leads out of the folder. */
async function findFile(folder, relative) {
  try {
    const path = await realpath(join(folder, decodeURIComponent(relative)));
    const info = await stat(path);
    const isInside = path.startsWith((await realpath(folder)) + sep);
    return isInside && info.isFile() && types[extname(path)] && { path, size: info.size };
  } catch {
    return undefined;
  }
}
