/** The demo in a real browser, used as a recruiter would. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, test } from "node:test";
import {
  buttonShows,
  callButton,
  callNow,
  openCandidate,
  openPage,
  ownApplications,
  resultsLoaded,
  shownCall,
  signIn,
  startDemo,
} from "./demo.support.mjs";

let demo;
let pages = [];

before(async () => {
  demo = await startDemo();
  await demo.control.reset();
});
beforeEach(() => demo.control.settings({ call_seconds: 4, assess_seconds: 1 }));
after(() => demo?.stop());
afterEach(async () => {
  await demo.control.noFaults();
  for (const { page } of pages) await page.context().close();
  pages = [];
});

async function open(options) {
  const opened = await openPage(demo, options);
  pages.push(opened);
  return opened;
}

async function signedIn(options, name) {
  const opened = await open(options);
  await signIn(opened.page, name);
  const mine = await ownApplications(opened.page, demo.control);
  return { ...opened, mine };
}

/** An English-speaking candidate who answers the phone and whom no other test has called. */
const taken = new Set();
function findCandidate(mine, fits = () => true) {
  const found = mine.find(
    (one) =>
      one.answers &&
      one.language === "en" &&
      !taken.has(one.application_id) &&
      one.call_status !== "call_in_progress" &&
      fits(one),
  );
  assert.ok(found, "the mock has no candidate left to call");
  taken.add(found.application_id);
  return found;
}

const score = (page) => shownCall(page).locator('[part="score"]');
const turns = (page) => shownCall(page).locator('[part~="turn"]');
const section = (page, name) => shownCall(page).locator(`[part="section ${name}"]`);

test("a recruiter signs in with one click and sees candidates with their scores, the best first", async () => {
  const { page, complaints } = await open();
  assert.match(page.url(), /sign-in/);
  await signIn(page);
  const scores = await page
    .getByRole("list", { name: "With a score" })
    .locator(".row-number")
    .allTextContents();
  assert.ok(scores.length > 2);
  assert.deepEqual(
    scores,
    [...scores].sort((a, b) => b - a),
  );
  assert.deepEqual(complaints, []);
});

test("calls without a score are never ranked among those with one", async () => {
  const { page } = await signedIn();
  const others = page.getByRole("list", { name: "Without a score" });
  assert.ok((await others.getByRole("link").count()) > 0);
  assert.equal(await others.locator(".row-number").count(), 0);
});

test("search, filter and sort narrow the list, and all jobs load with progress", async () => {
  const { page, mine, complaints } = await signedIn();
  await page
    .getByRole("combobox", { name: "Job" })
    .selectOption({ label: `All jobs (${mine.length} candidates)` });
  await resultsLoaded(page);
  assert.equal(await page.locator(".list a.row").count(), mine.length);
  const name = mine.find((one) => one.language === "en").candidate_name;
  await page.getByRole("searchbox", { name: "Search candidates" }).fill(name.toUpperCase());
  for (const row of await page.locator(".list .row-name").allTextContents())
    assert.equal(row, name);
  await page.getByRole("searchbox", { name: "Search candidates" }).fill("no such person");
  await page.getByRole("button", { name: "Show everyone" }).click();
  await page.getByRole("combobox", { name: "Show" }).selectOption("uncalled");
  assert.equal(
    await page.locator(".list a.row").count(),
    mine.filter((one) => !one.call_id).length,
  );
  assert.deepEqual(complaints, []);
});

test("a job shows its screening calls, and one of them leads to its candidate", async () => {
  const { page, complaints } = await signedIn();
  const first = page.locator('ninjahire-results [part="candidate"]').first();
  const name = await first.textContent();
  await first.click();
  await page.getByRole("heading", { level: 1, name: name.trim() }).waitFor();
  await score(page).getByText("of 100").waitFor();
  assert.deepEqual(complaints, []);
});

test("a call chosen from a job's calls leaves the job as it is", async () => {
  const { page } = await signedIn();
  const job = page.getByRole("combobox", { name: "Job" });
  const before = await job.inputValue();
  await page.locator('ninjahire-results [part="candidate"]').first().click();
  await page.locator(".detail").waitFor();
  assert.equal(await job.inputValue(), before);
});

test("a row has the best score of its candidate's calls", async () => {
  const { page, mine } = await signedIn();
  await page.getByRole("combobox", { name: "Job" }).selectOption("all");
  await resultsLoaded(page);
  const best = new Map();
  for (const job of new Set(mine.map((one) => one.job_id))) {
    const { data } = await page.evaluate(
      (id) =>
        fetch(`/api/ninjahire/calls?page=1&size=100&job_id=${id}`).then((answer) => answer.json()),
      job,
    );
    for (const { application_id, call_score } of data)
      if (call_score != null)
        best.set(application_id, Math.max(call_score, best.get(application_id) ?? 0));
  }
  for (const [id, score] of best) {
    const row = page.locator(`.row[href*="${id}"]`);
    // A candidate on a call has a dot there.
    if ((await row.locator(".live-dot").count()) > 0) continue;
    assert.equal(await row.locator(".row-number").textContent(), String(score));
  }
});

test("a call that was placed is counted", async () => {
  const { page, mine } = await signedIn();
  const candidate = findCandidate(mine, (one) => !one.call_id);
  await openCandidate(page, candidate);
  const counted = async () =>
    Number(/, ([\d,]+) screening/.exec(await page.locator(".list-summary").textContent())[1]);
  await resultsLoaded(page);
  const before = await counted();
  await callNow(page);
  await buttonShows(page, "ringing", "talking");
  assert.equal(await counted(), before + 1);
});

test("the first rows are there soon after those of a plain page", async () => {
  const { page } = await signedIn();
  await page.context().addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("a.row")) return;
      globalThis.rowsAt = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.context().route("**/plain.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>Plain</title><ul></ul><script type="module">
        for (const { candidate_name } of await (await fetch("/api/candidates")).json()) {
          const row = Object.assign(document.createElement("a"), { className: "row" });
          row.textContent = candidate_name;
          document.querySelector("ul").appendChild(document.createElement("li")).append(row);
        }
      </script>`,
    }),
  );
  const times = { "/": [], "/plain.html": [] };
  for (let round = 0; round < 7; round += 1) {
    for (const [path, taken] of Object.entries(times)) {
      await page.goto(demo.url + path);
      await page.waitForFunction(() => globalThis.rowsAt);
      taken.push(await page.evaluate(() => globalThis.rowsAt));
    }
  }
  // The best time of each, because other work only adds to them.
  const [ours, plain] = Object.values(times).map((all) => Math.min(...all));
  const measured = `${ours.toFixed(0)} ms, the plain page ${plain.toFixed(0)} ms`;
  console.log(`first rows: ${measured}`);
  // The goal is 2 on a machine that does nothing else; these tests share theirs.
  assert.ok(ours <= 3 * plain, measured);
});

test("a candidate shows score, breakdown, digest, questions, recording and transcript", async () => {
  const { page, mine, complaints } = await signedIn();
  const { data } = await page.evaluate(
    (job) =>
      fetch(`/api/ninjahire/calls?page=1&size=100&job_id=${job}`).then((response) =>
        response.json(),
      ),
    mine.find((one) => one.language === "en").job_id,
  );
  const call = data.find(
    (one) =>
      one.call_score &&
      one.call_digest &&
      one.call_summary &&
      one.questions_response &&
      one.recording_url,
  );
  const candidate = mine.find((one) => one.application_id === call.application_id);
  await openCandidate(page, candidate, call);
  await score(page).getByText(`${call.call_score} of 100`, { exact: true }).waitFor();
  for (const name of ["digest", "breakdown", "questions", "recording", "transcript"]) {
    assert.ok(await section(page, name).isVisible(), name);
  }
  assert.ok((await turns(page).count()) > 1);
  assert.equal(await shownCall(page).locator("audio").getAttribute("preload"), "metadata");
  // Scores without a scale are shown as given, without a bar.
  assert.equal(await shownCall(page).locator("meter, progress").count(), 0);
  assert.doesNotMatch(await section(page, "breakdown").innerText(), /%/);
  assert.deepEqual(complaints, []);
});

test("the recording plays", async () => {
  const { page, mine, complaints } = await signedIn();
  await openCandidate(
    page,
    mine.find((one) => one.call_score !== null),
  );
  const seconds = await shownCall(page)
    .locator("audio")
    .evaluate(async (audio) => {
      audio.muted = true;
      await audio.play();
      audio.pause();
      return audio.duration;
    });
  assert.ok(seconds > 0);
  assert.deepEqual(complaints, []);
});

test("a call rings once, is followed live, and ends with its assessment, which a reload keeps", async () => {
  const { page, mine, complaints } = await signedIn();
  const candidate = findCandidate(mine, (one) => !one.call_id);
  await openCandidate(page, candidate);
  await page.getByText("No screening call yet").waitFor();
  await callNow(page);

  await buttonShows(page, "ringing", "talking");
  const log = page.getByRole("log");
  await log.getByRole("listitem").first().waitFor();
  const early = await log.getByRole("listitem").count();
  await turns(page).nth(early).waitFor();
  await score(page).getByText("of 100").waitFor();
  await buttonShows(page, "done");
  assert.equal(await demo.control.rings(candidate.application_id), 1);
  await page.locator('.row[aria-current="true"] .row-number').waitFor();

  const shown = async () => ({
    score: await score(page).innerText(),
    sections: await shownCall(page).locator('[part~="section"]').allInnerTexts(),
    turns: await turns(page).locator('[part="text"]').allTextContents(),
  });
  // Links from questions to the transcript come last.
  await shownCall(page).locator('[part="evidence"]').first().waitFor();
  const before = await shown();
  assert.ok(before.turns.length > early);
  for (const name of ["breakdown", "digest", "questions", "recording"])
    assert.ok(await section(page, name).isVisible(), name);

  await page.reload();
  await shownCall(page).locator('[part="evidence"]').first().waitFor();
  assert.deepEqual(await shown(), before);
  assert.equal(await demo.control.rings(candidate.application_id), 1);
  assert.deepEqual(complaints, []);
});

test("a call is followed while another candidate is shown", async () => {
  const { page, mine } = await signedIn();
  const candidate = findCandidate(mine, (one) => !one.call_id);
  const other = mine.find(
    (one) => one.job_id === candidate.job_id && one.application_id !== candidate.application_id,
  );
  await openCandidate(page, candidate);
  await callNow(page);
  await buttonShows(page, "ringing", "talking");
  await openCandidate(page, other);
  const row = page.locator(`.row[href*="${candidate.application_id}"]`);
  await row.locator(".row-number").waitFor();
  assert.equal(await demo.control.rings(candidate.application_id), 1);
});

test("a live transcript scrolls along at its end, and not for a reader who has scrolled up", async () => {
  const { page, mine } = await signedIn({ viewport: { width: 1440, height: 660 } });
  let said = 30;
  await page.route("**/api/ninjahire/calls/*-*", async (route) => {
    const response = await route.fetch();
    const call = await response.json();
    const transcript = Array.from(
      { length: said },
      (_, at) => `${at % 2 ? "HUMAN" : "BOT"}: What is said as number ${at}, in so many words.`,
    ).join("\n");
    await route.fulfill({
      response,
      json: { ...call, call_status: "call_in_progress", transcript },
    });
  });
  await openCandidate(
    page,
    findCandidate(mine, (one) => !one.call_id),
  );
  await callNow(page);
  const box = page.getByRole("log");
  const reaches = async (test) => page.waitForFunction(test, await box.elementHandle());
  const isAtEnd = (one) => one.scrollHeight - one.scrollTop - one.clientHeight < 100;
  await turns(page)
    .nth(said - 1)
    .waitFor();
  await reaches((one) => one.scrollHeight > one.clientHeight);
  await reaches(isAtEnd);
  said += 2;
  await turns(page)
    .nth(said - 1)
    .waitFor();
  await reaches(isAtEnd);
  await box.evaluate((one) => (one.scrollTop = 0));
  await page.getByRole("button", { name: "Jump to the latest" }).waitFor();
  said += 2;
  await turns(page)
    .nth(said - 1)
    .waitFor();
  assert.equal(await box.evaluate((one) => one.scrollTop), 0);
  await page.getByRole("button", { name: "Jump to the latest" }).click();
  await reaches(isAtEnd);
});

test("double clicks on the button and on the question ring once", async () => {
  const { page, mine } = await signedIn();
  const candidate = findCandidate(mine);
  await openCandidate(page, candidate);
  await callButton(page).getByRole("button", { name: "Call now" }).dblclick();
  await buttonShows(page, "confirm");
  assert.equal(await demo.control.rings(candidate.application_id), 0);
  await page.waitForTimeout(450);
  await callButton(page).getByRole("button", { name: "Call now" }).dblclick();
  await buttonShows(page, "ringing", "talking", "done");
  assert.equal(await demo.control.rings(candidate.application_id), 1);
});

test("no one is called when the question is answered with no, or by Escape", async () => {
  const { page, mine } = await signedIn();
  const candidate = findCandidate(mine);
  await openCandidate(page, candidate);
  await callButton(page).getByRole("button", { name: "Call now" }).click();
  await callButton(page).getByRole("button", { name: "Cancel" }).click();
  await buttonShows(page, "idle");
  await callButton(page).getByRole("button", { name: "Call now" }).click();
  await buttonShows(page, "confirm");
  await page.keyboard.press("Escape");
  await buttonShows(page, "idle");
  assert.equal(await demo.control.rings(candidate.application_id), 0);
});

test("a second call soon after needs another confirmation", async () => {
  await demo.control.settings({ call_seconds: 0.5, assess_seconds: 0.1 });
  const { page, mine } = await signedIn();
  const candidate = findCandidate(mine);
  await openCandidate(page, candidate);
  await callNow(page);
  await buttonShows(page, "done");
  await callNow(page, "Call again");
  await buttonShows(page, "redial");
  assert.equal(await demo.control.rings(candidate.application_id), 1);
  await callButton(page).getByRole("button", { name: "Cancel" }).click();
  assert.equal(await demo.control.rings(candidate.application_id), 1);
  await callNow(page);
  await buttonShows(page, "redial");
  await page.waitForTimeout(450);
  await callButton(page).getByRole("button", { name: "Yes, call again" }).click();
  await buttonShows(page, "ringing", "talking", "done");
  assert.equal(await demo.control.rings(candidate.application_id), 2);
});

test("with an unknown outcome the page says so, and finds the call", async () => {
  await demo.control.settings({ call_seconds: 30 });
  const { page, mine } = await signedIn();
  const candidate = findCandidate(mine);
  await openCandidate(page, candidate);
  await demo.control.faults([
    { match: { method: "POST" }, times: 1, action: { reset: "before_headers" } },
  ]);
  await callNow(page);
  await buttonShows(page, "unknown");
  await callButton(page).getByRole("button", { name: "Look for the call" }).click();
  await buttonShows(page, "ringing", "talking");
  await page.getByRole("log").getByRole("listitem").first().waitFor();
  assert.equal(await demo.control.rings(candidate.application_id), 1);
});

test("candidates of another company can be neither seen nor called", async () => {
  const sam = await signedIn();
  const nora = await signedIn({}, "Nora");
  const theirs = nora.mine.find((one) => one.call_id);
  assert.ok(!sam.mine.some((one) => one.application_id === theirs.application_id));
  const statusOf = (path, method = "GET") =>
    sam.page.evaluate(
      ([url, options]) => fetch(url, options).then((response) => response.status),
      [`/api/ninjahire/${path}`, { method, headers: { "idempotency-key": crypto.randomUUID() } }],
    );
  assert.equal(await statusOf(`calls/${theirs.call_id}`), 403);
  assert.equal(await statusOf(`calls?page=1&size=10&application_id=${theirs.application_id}`), 403);
  assert.equal(await statusOf(`calls?page=1&size=10&job_id=${theirs.job_id}`), 403);
  assert.equal(await statusOf("calls?page=1&size=10"), 403);
  assert.equal(await statusOf(`applications/${theirs.application_id}/instant-call`, "POST"), 403);
  assert.equal(await demo.control.rings(theirs.application_id), 0);
  assert.equal(await statusOf(`calls/${sam.mine.find((one) => one.call_id).call_id}`), 200);
  // A link to one leads to the reader's own jobs.
  await sam.page.goto(`${demo.url}/#/${theirs.job_id}/${theirs.application_id}`);
  assert.equal(await sam.page.getByText(theirs.candidate_name).count(), 0);
});

test("a signed-out recruiter is informed, and returns to the same candidate", async () => {
  const { page, mine } = await signedIn();
  const candidate = mine.find((one) => one.call_score !== null && one.language === "en");
  await page.context().clearCookies();
  await page.evaluate(
    (hash) => (location.hash = hash),
    `#/${candidate.job_id}/${candidate.application_id}`,
  );
  await page.getByText("You have been signed out").first().waitFor();
  await page.getByRole("button", { name: "Sign in" }).first().click();
  await signIn(page);
  await page.getByRole("heading", { level: 1, name: candidate.candidate_name }).waitFor();
});

test("the page reports a service that is down, and can try again", async () => {
  await demo.control.faults([
    { match: { path_prefix: "/calls" }, times: 0, action: { status: 503 } },
  ]);
  const { page } = await open();
  await page.getByRole("button", { name: /Continue as Sam/ }).click();
  await page.getByText("The calling service has a problem").waitFor();
  assert.equal(await page.locator(".list-body").getByText("Not called yet").count(), 0);
  await demo.control.noFaults();
  await page.getByRole("button", { name: "Try again" }).click();
  await resultsLoaded(page);
  assert.equal(await page.getByRole("alert").count(), 0);
});

test("words of a call are only text, and only web addresses are played", async () => {
  const { page, mine, complaints } = await signedIn();
  const markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
  const hostile = {
    transcript: `BOT: ${markup}\nHUMAN: \u202e${markup}`,
    call_digest: markup,
    call_summary: { [markup]: markup },
    questions_response: JSON.stringify([{ question: markup, response: markup, score: markup }]),
    recording_url: "javascript:alert(3)",
  };
  await demo.control.faults([
    { match: { path_prefix: "/calls/" }, times: 0, action: { merge: hostile } },
  ]);
  page.on("dialog", () => complaints.push("a script ran"));
  await openCandidate(
    page,
    mine.find((one) => one.call_score !== null),
  );
  await turns(page).getByText(markup).first().waitFor();
  assert.equal(await page.locator("main img, main script, audio").count(), 0);
  assert.deepEqual(complaints, []);
});

test("the transcript can be searched, with counts", async () => {
  const { page, mine } = await signedIn();
  await openCandidate(
    page,
    mine.find((one) => one.call_score !== null && one.language === "en"),
  );
  await turns(page).first().waitFor();
  const words = (await turns(page).locator('[part="text"]').allTextContents()).join("\n");
  const total = words.match(/you/giu).length;
  const find = shownCall(page).getByRole("searchbox", { name: "Search the transcript" });
  await find.fill("you");
  await page.getByText(`1 of ${total}`).waitFor();
  await find.press("Enter");
  await page.getByText(`2 of ${total}`).waitFor();
  await shownCall(page).getByRole("button", { name: "Previous match" }).click();
  await page.getByText(`1 of ${total}`).waitFor();
  await find.fill("(*");
  await page.getByText("No matches").waitFor();
});

test("at 320 pixels list and candidate are separate screens, and nothing is cut off", async () => {
  const { page, complaints } = await signedIn({ viewport: { width: 320, height: 640 } });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(await width(), 320);
  const row = page.locator(".list a.row").last();
  await row.click();
  await page.getByRole("link", { name: "Candidates" }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.ok(await row.isHidden());
  assert.equal(await width(), 320);
  await page.getByRole("link", { name: "Candidates" }).click();
  await row.waitFor();
  assert.ok(await row.evaluate((link) => link === document.activeElement));
  assert.deepEqual(complaints, []);
});

for (const [name, options] of [
  ["at 200 % zoom", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ["on a tablet", { viewport: { width: 768, height: 1024 } }],
]) {
  test(`nothing is wider than the window ${name}`, async () => {
    const { page, mine } = await signedIn(options);
    const isWhole = async () =>
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth),
        options.viewport.width,
      );
    await isWhole();
    const { job_id, application_id } = mine.find((one) => one.call_score !== null);
    await page.goto(`${demo.url}/#/${job_id}/${application_id}`);
    await turns(page).first().waitFor();
    await isWhole();
    const pane = page.locator(".pane");
    assert.ok(await pane.evaluate((one) => one.scrollWidth <= one.clientWidth));
    const words = await pane.locator(".person-words").boundingBox();
    assert.ok(words.width > 200, `the name has ${words.width} pixels`);
  });
}

test("the keyboard alone finds a candidate and asks to call", async () => {
  const { page } = await signedIn();
  await page.locator(".list a.row").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const second = await page.locator(".list .row-name").nth(1).textContent();
  await page.getByRole("heading", { level: 1, name: second }).waitFor();
  await callButton(page).getByRole("button", { name: "Call now" }).press("Enter");
  await buttonShows(page, "confirm");
  const focused = () =>
    callButton(page).evaluate((one) => one.shadowRoot.activeElement?.textContent.trim());
  assert.equal(await focused(), "Cancel");
  await page.keyboard.press("Enter");
  await buttonShows(page, "idle");
  assert.equal(await focused(), "Call now");
});

for (const options of [
  { colorScheme: "light" },
  { colorScheme: "dark" },
  { viewport: { width: 320, height: 640 } },
]) {
  test(`axe finds no problem (${JSON.stringify(options)})`, async () => {
    const axe = await readFile(
      createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
      "utf8",
    );
    const { page } = await open({ reducedMotion: "reduce", ...options });
    await page.getByRole("button", { name: /Continue as Sam/ }).waitFor();
    const check = async (where) => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run({
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      const found = violations.map(
        ({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join("\n")}`,
      );
      assert.deepEqual(found, []);
    };
    await check("sign-in");
    await signIn(page);
    await check("list");
    await page.locator(".list a.row").first().click();
    await turns(page).first().waitFor();
    await check("candidate");
    await callButton(page).getByRole("button", { name: "Call now" }).click();
    await buttonShows(page, "confirm");
    await check("question");
  });
}
