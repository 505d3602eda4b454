// Counts work that must not grow with the length of a call. `cargo xtask bench elements` measures time.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setUp } from "./helpers/setup.mjs";

const here = setUp();

/** Opens a page on which `long` has the helpers for a long call. */
async function open(body) {
  here.site.policy = "";
  const page = await here.open(body);
  page.setDefaultTimeout(60_000);
  await page.evaluate(async () => {
    await core.init();
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const line = (at) => `${at % 2 ? "HUMAN" : "BOT"}: Turn ${at} is about shifts and the commute.`;
    window.long = {
      line,
      transcript: (count) => Array.from({ length: count }, (_, at) => line(at)).join("\n"),
      rows: (element) => element.shadowRoot.querySelectorAll(".turn").length,
      async until(isSo) {
        while (!isSo()) await frame();
      },
      /** Shows a live transcript, and waits until all its turns are in the page. */
      async show(count) {
        const element = document.createElement("ninjahire-transcript");
        element.live = true;
        element.transcript = long.transcript(count);
        document.body.append(element);
        await long.until(() => long.rows(element) === count);
        return element;
      },
      /** How many nodes and attributes of an element's turns `act` changes. */
      async changes(element, act) {
        let changed = 0;
        const count = (records) => {
          for (const { type, addedNodes, removedNodes } of records)
            changed += type === "childList" ? addedNodes.length + removedNodes.length : 1;
        };
        const observer = new MutationObserver(count);
        const turns = element.shadowRoot.querySelector("[part=turns]");
        const all = { subtree: true, childList: true, characterData: true, attributes: true };
        observer.observe(turns, all);
        await act();
        await element.updateComplete;
        await frame();
        await frame();
        count(observer.takeRecords());
        observer.disconnect();
        return changed;
      },
      /** How many tasks of the page run while `work` does. */
      async turnsOfPage(work) {
        let isOver = false;
        let times = 0;
        const done = work().then(() => (isOver = true));
        while (!isOver) {
          times += 1;
          await scheduler.postTask(() => {});
        }
        await done;
        return times;
      },
    };
  });
  return page;
}

describe("10,000 turns", () => {
  it("a new turn changes no more than in a short call, whether the page gives text or turns", async () => {
    const page = await open("");
    const changed = await page.evaluate(async () => {
      const counts = {};
      for (const count of [10, 10_000]) {
        const element = await long.show(count);
        const text = `${element.transcript}\n${long.line(count)}`;
        const asText = await long.changes(element, () => (element.transcript = text));
        const turns = core.parseTranscript(text);
        const more = core.parseTranscript(`${text}\n${long.line(count + 1)}`).at(-1);
        element.turns = turns;
        await element.updateComplete;
        const asTurns = await long.changes(element, () => (element.turns = turns.concat(more)));
        const grown = { ...more, text: `${more.text} It goes on.` };
        const asWords = await long.changes(element, () => (element.turns = turns.concat(grown)));
        counts[count] = { asText, asTurns, asWords };
      }
      return counts;
    });
    console.log(changed);
    for (const { asText, asTurns, asWords } of Object.values(changed)) {
      assert.ok(asText > 0 && asText <= 4, `${asText} changes`);
      assert.ok(asTurns > 0 && asTurns <= 4, `${asTurns} changes`);
      assert.equal(asWords, 1);
    }
  });

  it("a key press in the search changes only the previous and the next current row", async () => {
    const page = await open("");
    const changed = await page.evaluate(async () => {
      const element = await long.show(10_000);
      await element.search("s");
      const counts = [];
      for (const query of ["sh", "shi", "", "Turn 9"])
        counts.push(await long.changes(element, () => element.search(query)));
      return counts;
    });
    console.log(changed);
    // One attribute is removed, and one is added.
    for (const count of changed) assert.ok(count <= 2, `${count} changes`);
  });

  it("masking changes only the rows with contact details", async () => {
    const page = await open("<ninjahire-call></ninjahire-call>");
    const changed = await page.evaluate(async () => {
      const call = document.querySelector("ninjahire-call");
      const mail = "\nHUMAN: Mine is sam@example.com.\nBOT: Thanks.";
      call.call = {
        call_id: "c1",
        call_status: "call_completed",
        transcript: `${long.transcript(9_998)}${mail}`,
      };
      const find = (selector) => call.shadowRoot.querySelector(selector);
      const transcript = () => find("ninjahire-transcript");
      await long.until(() => transcript() && long.rows(transcript()) === 10_000);
      const changed = await long.changes(transcript(), async () => {
        call.masked = true;
        await long.until(() => find("[part=mask] + .muted"));
      });
      return { changed, text: transcript().shadowRoot.querySelector(".turns").textContent };
    });
    assert.equal(changed.changed, 1);
    assert.match(changed.text, /Mine is \[email\]\./);
  });

  it("other tasks run while rows are made, words are found, details masked and questions linked", async () => {
    const page = await open("");
    const times = await page.evaluate(async () => {
      const { searchTranscript, linkEvidence } = await import("/pkg/reading/index.js");
      const turns = core.parseTranscript(long.transcript(10_000));
      const questions = [{ question: "What is turn 77 about?", response: "Shifts." }];
      const call = document.createElement("ninjahire-call");
      call.masked = true;
      document.body.append(call);
      const isMasked = () => call.shadowRoot?.querySelector("[part=mask] + .muted");
      return {
        rows: await long.turnsOfPage(() => long.show(10_000)),
        search: await long.turnsOfPage(() => searchTranscript(turns, "shifts")),
        evidence: await long.turnsOfPage(() => linkEvidence(turns, questions)),
        masking: await long.turnsOfPage(async () => {
          const transcript = long.transcript(10_000);
          call.call = { call_id: "c1", call_status: "call_completed", transcript };
          await long.until(isMasked);
        }),
      };
    });
    console.log(times);
    for (const [what, count] of Object.entries(times)) assert.ok(count > 2, `${what}: ${count}`);
  });

  it("the browser's search finds every turn", async () => {
    const page = await open("");
    await page.evaluate(() => long.show(10_000));
    for (const at of [0, 4_321, 9_999])
      assert.ok(await page.evaluate((at) => window.find(`Turn ${at} is`, false, false, true), at));
  });
});
