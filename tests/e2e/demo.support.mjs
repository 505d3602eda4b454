/** Starts the mock API, the demo's server and a browser, unless they are running. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Uses `DEMO_URL` and `MOCK_URL` where they are set. Otherwise it starts both, and `stop` stops them. */
export async function startDemo() {
  const { DEMO_URL, MOCK_URL, MOCK_API_BIN, NINJAHIRE_PKG = "pkg" } = process.env;
  const started = [];
  const start = async (command, args) => {
    const child = spawn(command, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
    started.push(child);
    for await (const line of createInterface(child.stdout)) return JSON.parse(line).url;
    throw new Error(`${command} has ended`);
  };
  const mock =
    MOCK_URL ??
    (await start(MOCK_API_BIN ?? inRoot("target/debug/mock-api"), [
      "--port",
      "0",
      "--exit-on-stdin-close",
      "--lifelike",
    ]));
  const serve = () =>
    start(process.execPath, [
      "www/server.mjs",
      "--pkg",
      NINJAHIRE_PKG,
      "--upstream",
      mock,
      "--port",
      "0",
    ]);
  const url = DEMO_URL ?? (await serve());
  const browser = await chromium.launch({
    executablePath: process.env.CHROME ?? "/usr/bin/chromium",
    args: ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  return {
    url,
    browser,
    control: controlOf(mock),
    async stop() {
      await browser.close();
      for (const child of started) {
        child.kill();
        await once(child, "exit");
      }
    },
  };
}

/** The mock's controls. */
function controlOf(url) {
  const base = `${url.replace(/\/(__mock\/?)?$/, "")}/__mock/`;
  const control = async (path, body) => {
    const headers = { "content-type": "application/json" };
    const options =
      body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(base + path, options);
    assert.ok(response.ok, `${path}: ${response.status}`);
    return response.json();
  };
  return {
    /** Removes calls, counts and faults, and keeps the candidates. */
    reset: () => control("reset", {}),
    world: () => control("world"),
    settings: (settings) => control("settings", settings),
    faults: (faults) => control("faults", faults),
    async noFaults() {
      await fetch(`${base}faults`, { method: "DELETE" });
    },
    /** How often this candidate's phone rang. */
    rings: async (id) => (await control("counts")).by_application[id] ?? 0,
  };
}

/** A page that records the console's errors and the security policy's reports. */
export async function openPage({ browser, url }, options) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error.stack)));
  await page.exposeFunction("reportViolation", (text) => complaints.push(text));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      globalThis.reportViolation(
        `Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      ),
    );
  });
  await page.goto(url);
  return { page, complaints };
}

/** Signs in, and waits until every result is there. */
export async function signIn(page, name = "Sam") {
  await page.getByRole("button", { name: new RegExp(`Continue as ${name}`) }).click();
  await resultsLoaded(page);
}

export async function resultsLoaded(page) {
  await page.getByText(/^\d+ candidates?, \d+ screening calls?$/).waitFor();
}

/** The candidates of the signed-in recruiter, with the mock's data. */
export async function ownApplications(page, control) {
  const candidates = await page.evaluate(() =>
    fetch("/api/candidates").then((response) => response.json()),
  );
  const { applications } = await control.world();
  const known = new Map(
    applications.map((application) => [application.application_id, application]),
  );
  return candidates.map((candidate) => ({ ...candidate, ...known.get(candidate.application_id) }));
}

/** Opens a candidate by the address. */
export async function openCandidate(
  page,
  { job_id, application_id, candidate_name },
  { call_id } = {},
) {
  await page.evaluate(
    (hash) => (location.hash = hash),
    `#/${[job_id, application_id, call_id].filter(Boolean).join("/")}`,
  );
  await page.getByRole("heading", { level: 1, name: candidate_name }).waitFor();
  await resultsLoaded(page);
}

/** The parts of the page for the shown candidate. */
export const callButton = (page) => page.locator("ninjahire-call-button:visible");
export const shownCall = (page) => page.locator("ninjahire-call:visible");

/** Waits until the button of that candidate has come to one of these states. */
export const buttonShows = (page, ...states) =>
  page
    .locator(states.map((state) => `ninjahire-call-button[state="${state}"]:visible`).join())
    .waitFor();

/** Presses *Call now* and confirms, after a pause, because a faster answer does not count. */
export async function callNow(page, name = "Call now") {
  await callButton(page).getByRole("button", { name }).click();
  await buttonShows(page, "confirm");
  await page.waitForTimeout(450);
  await callButton(page).getByRole("button", { name: "Call now" }).click();
}
