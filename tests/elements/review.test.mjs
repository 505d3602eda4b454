/** The review of a call: the picture, question by question, quotes, player, keys, links, copies. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { call, liveCall } from "./helpers/calls.mjs";
import { setUp, shows } from "./helpers/setup.mjs";
import { strictPolicy } from "./helpers/site.mjs";

const here = setUp();
const recording = readFileSync(new URL("../../www/gallery/recording.wav", import.meta.url));
const transcript = `[00:00:02] BOT: Hello, this is Nina. Is now a good time?
[00:00:09] HUMAN: Yes, now is fine.
[00:00:14] BOT: How many years have you worked as a shift supervisor?
[00:00:20] HUMAN: Six years, the last three with a team of twelve people.
[00:00:34] BOT: When could you start?
[00:00:37] HUMAN: My notice period is four weeks, so in the first week of next month.
[00:00:45] BOT: Thank you. That is all I need today.`;

async function open(
  changes = {},
  properties = {},
  { body = "<ninjahire-call></ninjahire-call>", policy = "" } = {},
) {
  here.site.policy = policy;
  here.site.pages.set("/r.wav", recording);
  const page = await here.open(body, { context: { acceptDownloads: true } });
  const value = { ...call, transcript, recording_url: `${here.site.url}/r.wav`, ...changes };
  await page.evaluate(
    ([value, properties]) =>
      Object.assign(document.querySelector("ninjahire-call"), { call: value, ...properties }),
    [value, properties],
  );
  await shows(page, "ninjahire-call", "done");
  await page.locator("[part~=strip]").waitFor();
  if (value.questions_response) await page.locator("[part=evidence]").first().waitFor();
  return page;
}
const current = (page) =>
  page.locator("ninjahire-transcript [aria-current=true] [part~=text]").textContent();
const scrolled = (page) => page.evaluate(() => scrollY);

describe("the picture of a conversation", () => {
  it("shows each speaker's share as text first, then draws who spoke when", async () => {
    const page = await open();
    assert.match(
      await page.locator(".legend").textContent(),
      /Share of what was said\s*Interviewer 52%\s*Candidate 48%/,
    );
    assert.equal(await page.locator("[part=stretch]").count(), 7);
    const starts = await page
      .locator("[part=stretch]")
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute("x"))));
    // Timestamps place the turn from second 2 to second 9 of about 48.
    assert.ok(starts[1] > 120 && starts[1] < 170, `${starts}`);
  });

  it("clicks and arrow keys go to a turn, and the picture names it", async () => {
    const page = await open();
    const strip = page.getByRole("slider", { name: "The conversation, turn by turn" });
    const { width, height } = await strip.boundingBox();
    await strip.click({ position: { x: width * 0.5, y: height / 2 } });
    assert.match(await current(page), /^Six years/);
    assert.match(await strip.getAttribute("aria-valuetext"), /^Candidate · 0:20: Six years/);
    await strip.press("ArrowRight");
    assert.equal(await current(page), "When could you start?");
    await strip.press("Home");
    assert.match(await current(page), /^Hello/);
    await strip.hover({ position: { x: width * 0.2, y: height / 2 } });
    assert.match(await page.locator(".named").textContent(), /Candidate · 0:09: Yes, now is fine/);
  });

  it("without timestamps, it measures the length of what was said", async () => {
    const page = await open({
      transcript: "BOT: ab\nHUMAN: abcdefghijk",
      questions_response: null,
    });
    const second = page.locator("[part=stretch]").nth(1);
    assert.equal(Math.round(await second.getAttribute("x")), 200);
  });
});

describe("review by question", () => {
  it("goes from question to question, marks each in both columns, and returns", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByText("Question 1 of 3").waitFor();
    assert.match(await current(page), /^How many years/);
    await page.getByRole("button", { name: "Next question" }).click();
    assert.equal(await current(page), "When could you start?");
    assert.match(
      await page.locator("[part=question][aria-current=true]").textContent(),
      /When could you start\?/,
    );
    assert.match(
      await page.locator("[part=marker][aria-current=true]").getAttribute("aria-label"),
      /Question 2: When could you start/,
    );
    await page.getByRole("button", { name: "Back to the question" }).click();
    const focused = await page
      .locator("ninjahire-call")
      .evaluate((element) => element.shadowRoot.activeElement.dataset.question);
    assert.equal(focused, "1");
    await page.getByRole("button", { name: "Previous question" }).click();
    await page.getByText("Question 1 of 3").waitFor();
  });

  it("quotes the words of the answer", async () => {
    const page = await open();
    assert.match(
      await page.locator("[part=said]").first().textContent(),
      /Six years, the last three/,
    );
    await page.getByText("Not found in the transcript.").waitFor();
  });

  it("search, matches and jumps scroll the transcript and never the page", async () => {
    const long = Array.from(
      { length: 80 },
      (_, at) =>
        `${at % 2 ? "HUMAN" : "BOT"}: Line ${at} of the call, about shifts and notice periods.`,
    );
    const page = await open({ transcript: long.join("\n"), questions_response: null });
    const before = await scrolled(page);
    await page.getByRole("searchbox").fill("Line 70 of");
    await page.getByText("1 of 1").waitFor();
    const box = page.locator("[part=scroller]");
    assert.ok((await box.evaluate((one) => one.scrollTop)) > 500);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("ninjahire-call");
      shadowRoot.querySelector("ninjahire-transcript").jumpTo(3);
    });
    await page.waitForTimeout(100);
    assert.ok((await box.evaluate((one) => one.scrollTop)) < 300);
    assert.equal(await scrolled(page), before);
  });
});

describe("the results of a call", () => {
  it("quotations are marked up and lead to the words", async () => {
    const page = await open({
      call_summary: {
        Team: "She said “the last three with a team of twelve people” and “never heard in the call”.",
      },
    });
    assert.deepEqual(await page.locator("q").allTextContents(), [
      "the last three with a team of twelve people",
      "never heard in the call",
    ]);
    assert.equal(await page.locator("[part=quote][role=button]").count(), 1);
    await page.locator("[part=quote][role=button]").press("Enter");
    assert.match(await current(page), /^Six years/);
  });

  it("scores are chips in their original form, and only one that names its scale is drawn", async () => {
    const page = await open();
    const chips = await page.locator("[part=chip]").allTextContents();
    assert.deepEqual(chips.map((one) => one.trim()).sort(), [
      "Score: 7",
      "Score: 7",
      "Score: 8",
      "Score: 8/10",
    ]);
    assert.equal(await page.locator("[part=chip] svg").count(), 1);
  });

  it("a digest has paragraphs", async () => {
    const page = await open({ call_digest: "One thing.\n\nAnother thing." });
    assert.equal(await page.locator(".digest p.prose").count(), 2);
  });
});

describe("the player", () => {
  it("shows its length before playback, skips, and changes its speed", async () => {
    const page = await open();
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector("ninjahire-call");
      return shadowRoot.querySelector("ninjahire-player").media.duration > 0;
    });
    assert.match(await page.locator("ninjahire-player [part=time]").textContent(), /0:00 \/ \d:\d/);
    const media = (name) =>
      page.evaluate(
        (name) =>
          document.querySelector("ninjahire-call").shadowRoot.querySelector("ninjahire-player")
            .media[name],
        name,
      );
    await page.getByRole("button", { name: "10 seconds on" }).click();
    const at = await media("currentTime");
    assert.ok(at > 0 && at <= 10);
    await page.getByRole("button", { name: "Speed: 1 ×" }).click();
    assert.equal(await media("playbackRate"), 1.25);
    assert.equal(await media("paused"), true);
  });

  it("a masked call hides its recording and says why, unless the page wants to show it", async () => {
    const page = await open({}, { masked: true });
    await page.getByText("voices say what the texts hide").waitFor();
    assert.equal(await page.locator("ninjahire-player").count(), 0);
    await page
      .locator("ninjahire-call")
      .evaluate((element) => element.setAttribute("masked-recording", "show"));
    await page.locator("ninjahire-player").waitFor();
  });

  it("timestamps stay clickable in a call that is masked from the start, and masking keeps the position", async () => {
    const page = await open({}, { masked: true, maskedRecording: "show" });
    await page.getByRole("button", { name: "Play from 0:20" }).waitFor();
    await page.locator("[part=scroller]").evaluate((box) => {
      box.style.maxHeight = "150px";
      box.scrollTop = 80;
    });
    await page.getByRole("switch").click();
    await page.waitForTimeout(200);
    assert.equal(await page.locator("[part=scroller]").evaluate((box) => box.scrollTop), 80);
  });
});

describe("keys", () => {
  const press = (page, key) => page.keyboard.press(key);

  it("reach the search, matches, turns, questions and the list of keys", async () => {
    const page = await open();
    await page.locator("[part=scroller]").focus();
    await press(page, "j");
    assert.match(await current(page), /^Hello/);
    await press(page, "j");
    await press(page, "k");
    assert.match(await current(page), /^Hello/);
    await press(page, "]");
    assert.match(await current(page), /^How many years/);
    await press(page, "[");
    assert.equal(await current(page), "When could you start?");
    await press(page, "/");
    await page.keyboard.type("you/n");
    assert.equal(await page.getByRole("searchbox").inputValue(), "you/n");
    await page.getByRole("searchbox").fill("you");
    const count = page.locator("[part=search-count]");
    await count.getByText("1 of 3").waitFor();
    await page.locator("[part=scroller]").focus();
    await press(page, "n");
    await count.getByText("2 of 3").waitFor();
    await press(page, "N");
    await count.getByText("1 of 3").waitFor();
    await press(page, "?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await press(page, "Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("do nothing outside of the element, with a modifier, or if they are turned off", async () => {
    const page = await open(
      {},
      {},
      { body: "<button id=out>Out</button><ninjahire-call></ninjahire-call>" },
    );
    const marks = () => page.locator("ninjahire-transcript [aria-current=true]").count();
    await page.locator("#out").focus();
    await press(page, "j");
    await page.locator("[part=scroller]").focus();
    await press(page, "Control+j");
    assert.equal(await marks(), 0);
    await page
      .locator("ninjahire-call")
      .evaluate((element) => element.setAttribute("nohotkeys", ""));
    await press(page, "j");
    assert.equal(await marks(), 0);
  });
});

describe("sharing a moment", () => {
  it("turns have links if the page allows it, and a link leads to its turn", async () => {
    const page = await open({}, { anchorPrefix: "t" });
    await page.evaluate(() => (location.hash = "#t4"));
    await page.waitForFunction(() =>
      document
        .querySelector("ninjahire-call")
        .shadowRoot.querySelector("ninjahire-transcript")
        .shadowRoot.querySelector("[aria-current=true]"),
    );
    assert.match(await current(page), /^Six years/);
  });

  it("a copied selection has speakers, timestamps and the call", async () => {
    const page = await open({}, { candidateName: "Sam Okafor" });
    const copied = await page.evaluate(() => {
      const { shadowRoot } = document
        .querySelector("ninjahire-call")
        .shadowRoot.querySelector("ninjahire-transcript");
      const texts = [...shadowRoot.querySelectorAll(".text")].map((one) => one.firstChild);
      getSelection().setBaseAndExtent(texts[3], 11, texts[4], 4);
      const data = new DataTransfer();
      shadowRoot
        .querySelector(".text")
        .dispatchEvent(
          new ClipboardEvent("copy", { clipboardData: data, bubbles: true, composed: true }),
        );
      return data.getData("text/plain");
    });
    assert.equal(
      copied,
      "Candidate (0:20): the last three with a team of twelve people.\nInterviewer (0:34): When\n— Sam Okafor",
    );
  });

  it("files are named after candidate, job and date, and contain the names that are shown", async () => {
    const page = await open(
      {},
      { candidateName: "Sam: Okafor", jobTitle: "Supervisor", callDate: "2026-11-20T12:00:00Z" },
    );
    await page.locator("[part=export] summary").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Text", exact: true }).click(),
    ]);
    const name = "Sam- Okafor Supervisor Nov 20, 2026.txt";
    assert.equal(download.suggestedFilename(), name);
    await page.getByText(`Saved as ${name}`).first().waitFor();
    const text = await readFile(await download.path(), "utf8");
    assert.match(text, /^Sam: Okafor · Supervisor · Nov 20, 2026\n/);
    assert.match(text, /Candidate: Six years/);
    assert.doesNotMatch(text, /HUMAN|BOT/);
  });

  it("the print view has its style under a policy that forbids inline styles", async () => {
    const page = await open({}, {}, { policy: strictPolicy });
    await page.locator("[part=export] summary").click();
    const [view] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("button", { name: "Print", exact: true }).click(),
    ]);
    await view.waitForFunction(
      () => getComputedStyle(document.querySelector(".turn")).borderRadius === "8px",
    );
    assert.match(await view.locator("body").textContent(), /Six years/);
    assert.deepEqual(here.site.reports, []);
  });
});

describe("focus", () => {
  it("moves to the heading of the call that was opened, and back to its row", async () => {
    const page = await open(
      {},
      {},
      { body: "<ninjahire-results></ninjahire-results><ninjahire-call></ninjahire-call>" },
    );
    const active = (selector) =>
      page
        .locator(selector)
        .evaluate((element) => element.shadowRoot.activeElement?.textContent.trim());
    await page.locator("ninjahire-call").evaluate((element) => element.focus());
    assert.equal(await active("ninjahire-call"), "Screening call");
    await page.evaluate(async (result) => {
      const element = document.querySelector("ninjahire-results");
      element.results = [{ ...result, candidate_name: "Ada" }];
      element.selected = "c1";
      await element.updateComplete;
      element.focusRow();
    }, liveCall);
    assert.equal(await active("ninjahire-results"), "Ada");
  });
});
