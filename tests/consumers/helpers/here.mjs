/** The tools for a consumer's places: the mock, a browser, a web server, programs. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";

const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** Fails unless, according to the report, everything worked and the phone rang once. */
export async function checkReport(report, mock, application) {
  assert.ok(!report.error, report.error);
  assert.ok(report.listed > 0, "nothing was listed");
  assert.equal(typeof report.call_id, "string");
  assert.equal(report.status, "call_completed");
  assert.ok(report.updates > 1, "the call was not followed");
  assert.ok(report.turns > 1, "no turns were parsed");
  assert.ok(report.matches > 0, "the search found nothing");
  assert.equal((await mock.counts(application)).calls_placed, 1);
}

/** The page's report, or `undefined` after a minute. Polls from outside, because the page's policy may forbid `eval`. */
async function reportOf(page) {
  for (let tried = 0; tried < 600; tried += 1) {
    const report = await page.evaluate("globalThis.report");
    if (report) return report;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export class Here {
  constructor({ folder, mock, openBrowser, applications, tarball }) {
    Object.assign(this, { folder, mock, openBrowser, applications, tarball });
  }

  /** The id of an application that was not called yet. */
  nextApplication() {
    return this.applications.shift();
  }

  /** Runs a program in the app's folder and returns its output. An error contains all output. */
  async run(program, args, { env = {}, cwd = this.folder } = {}) {
    const { NINJAHIRE_API_KEY: _, NODE_ENV: __, ...clean } = process.env;
    try {
      return (await promisify(execFile)(program, args, { cwd, env: { ...clean, ...env } })).stdout;
    } catch (error) {
      throw new Error(`${program} ${args.join(" ")}\n${error.stdout}\n${error.stderr}`);
    }
  }

  /** Runs a tool that is installed in the app. */
  tool(name, args, options) {
    return this.run(process.execPath, [join(this.folder, "node_modules", name), ...args], options);
  }

  /** Settings for a server, with the key, and an application that was not called yet. */
  nextSettings() {
    const client = { baseUrl: this.mock.url, apiKey: "test-key" };
    return { client, application: this.nextApplication() };
  }

  /** Runs a script that prints a report. */
  async checkInNode(script, program = process.execPath, cwd = this.folder) {
    const settings = this.nextSettings();
    const env = { SETTINGS: JSON.stringify(settings) };
    const printed = await this.run(program, [script], { env, cwd });
    await checkReport(JSON.parse(printed), this.mock, settings.application);
  }

  /** Opens a page, checks its report, and waits for the call in its element. */
  async checkInPage(address, { viaProxy = false } = {}) {
    const application = this.nextApplication();
    const url = new URL(address);
    url.searchParams.set("application", application);
    if (!viaProxy) url.searchParams.set("api", this.mock.url);
    const browser = await this.openBrowser();
    try {
      const page = await browser.newPage();
      const problems = [];
      const violations = [];
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (/Content Security Policy|TrustedHTML/.test(message.text()))
          violations.push(message.text());
      });
      page.on("requestfailed", (request) => problems.push(`${request.url()} failed`));
      page.on("response", (response) => {
        if (response.status() >= 400 && !response.url().endsWith("/favicon.ico"))
          problems.push(`${response.url()} was answered with ${response.status()}`);
      });
      await page.goto(url.href);
      const listProblems = () => `(in the page: ${problems.join("; ") || "no error"})`;
      const report = await reportOf(page);
      assert.ok(report, `the page made no report ${listProblems()}`);
      if (report.error) report.error += listProblems();
      await checkReport(report, this.mock, application);
      await page
        .locator('ninjahire-call[state="done"]')
        .waitFor({ state: "attached", timeout: 20_000 })
        .catch(() => assert.fail(`<ninjahire-call> showed no call ${listProblems()}`));
      assert.ok(
        (await page.locator("ninjahire-call .turn").count()) > 1,
        "<ninjahire-call> shows no turns",
      );
      assert.deepEqual(violations, []);
    } finally {
      await browser.close();
    }
  }

  /** Serves a folder while `use` runs, with these headers. */
  async withFileServer(folder, use, { headers = {} } = {}) {
    const server = createServer(({ url }, response) => {
      let file = join(folder, normalize(new URL(url, "http://x").pathname));
      if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
      if (!existsSync(file)) return response.writeHead(404).end();
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
      createReadStream(file).pipe(response);
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    try {
      await use(`http://127.0.0.1:${server.address().port}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }
}
