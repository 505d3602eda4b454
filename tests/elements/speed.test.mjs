import assert from "node:assert/strict";
import { it } from "node:test";
import { setUp } from "./helpers/setup.mjs";

const here = setUp();

it("10,000 turns, a key, a live update: as ratios of plain DOM code in the same run", async () => {
  here.site.policy = "";
  const page = await here.open("<div id=here></div>");
  page.setDefaultTimeout(120_000);
  const got = await page.evaluate(async () => {
    await core.init();
    const line = (at) =>
      `${at % 2 ? "HUMAN" : "BOT"}: Turn ${at} has an ordinary length and is about shifts, notice periods and the commute to the plant.`;
    const text = (count) => Array.from({ length: count }, (_, at) => line(at)).join("\n");
    const place = document.querySelector("#here");
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
    const big = text(10_000);
    const sheet = all.NinjahireTranscript.styles.map((one) => one.cssText).join("");

    async function plain() {
      const start = performance.now();
      const host = document.createElement("div");
      const root = host.attachShadow({ mode: "open" });
      const style = new CSSStyleSheet();
      style.replaceSync(sheet);
      root.adoptedStyleSheets = [style];
      const scroller = document.createElement("div");
      scroller.className = "scroller";
      const list = document.createElement("div");
      list.setAttribute("role", "list");
      list.className = "long";
      let chunk;
      for (const turn of core.parseTranscript(big)) {
        if (turn.index % 50 === 0) {
          chunk = document.createElement("div");
          chunk.className = "chunk";
          chunk.setAttribute("role", "presentation");
          chunk.style.setProperty("--chunk-height", "300em");
          list.append(chunk);
        }
        const row = document.createElement("div");
        row.className = `turn ${turn.role}`;
        row.setAttribute("role", "listitem");
        row.setAttribute("part", "turn");
        const who = document.createElement("div");
        who.className = "who";
        const name = document.createElement("bdi");
        name.setAttribute("part", "speaker");
        name.textContent = turn.role;
        who.append(name);
        const words = document.createElement("p");
        words.className = "text";
        words.dir = "auto";
        words.setAttribute("part", "text");
        words.textContent = turn.text;
        row.append(who, words);
        chunk.append(row);
      }
      scroller.append(list);
      root.append(scroller);
      place.replaceChildren(host);
      await frame();
      return performance.now() - start;
    }
    async function ours() {
      const start = performance.now();
      window.element = document.createElement("ninjahire-transcript");
      element.transcript = big;
      place.replaceChildren(element);
      await frame();
      return performance.now() - start;
    }
    const plainTimes = [];
    const ourTimes = [];
    for (let at = 0; at < 7; at++) {
      plainTimes.push(await plain());
      ourTimes.push(await ours());
    }
    await element.search("x");
    const keys = [];
    for (const query of ["s", "sh", "shi", "shif", "shift", "shifts"]) {
      const start = performance.now();
      await element.search(query);
      await element.updateComplete;
      keys.push(performance.now() - start);
    }
    /** An update of text, or of turns as the call card makes it. */
    async function live(count, isText) {
      const element = document.createElement("ninjahire-transcript");
      element.live = true;
      let words = text(count);
      let turns = core.parseTranscript(words);
      const set = () => (isText ? (element.transcript = words) : (element.turns = turns));
      set();
      place.replaceChildren(element);
      await frame();
      await new Promise((done) => setTimeout(done, 500));
      const times = [];
      for (let at = 0; at < 41; at++) {
        // As an answer brings it: in one piece, and not as what was and what is new.
        if (isText) words = JSON.parse(JSON.stringify(`${words}\n${line(count + at)}`));
        else turns = turns.concat({ ...turns[0], index: count + at, text: line(count + at) });
        const start = performance.now();
        set();
        await element.updateComplete;
        // Laid out as well.
        void element.shadowRoot.querySelector(".scroller").scrollHeight;
        times.push(performance.now() - start);
        await frame();
        await new Promise((done) => setTimeout(done, 10));
      }
      return median(times);
    }
    return {
      plain: median(plainTimes),
      ours: median(ourTimes),
      key: median(keys),
      live10: await live(10, false),
      live10000: await live(10_000, false),
      text10: await live(10, true),
      text10000: await live(10_000, true),
    };
  });
  console.log(got);
  // Wide limits: a shared machine must not fail them, a change that draws all turns again must.
  const ofPlain = (ms) => ms / got.plain;
  assert.ok(ofPlain(got.ours) <= 1.3, `first paint ${ofPlain(got.ours)} ×`);
  assert.ok(ofPlain(got.live10000) <= 0.2, `an update ${ofPlain(got.live10000)} ×`);
  assert.ok(ofPlain(got.text10000) <= 0.3, `an update of text ${ofPlain(got.text10000)} ×`);
  assert.ok(ofPlain(got.key) <= 0.3, `a key in search ${ofPlain(got.key)} ×`);
});

it("10,000 turns in a call, every one of them in the page, keep it alive: no long task", async () => {
  here.site.policy = "";
  const page = await here.open("<ninjahire-call></ninjahire-call>");
  page.setDefaultTimeout(60_000);
  const { longest, rows } = await page.evaluate(async () => {
    await core.init();
    await customElements.whenDefined("ninjahire-call");
    const transcript = Array.from(
      { length: 10_000 },
      (_, at) => `${at % 2 ? "HUMAN" : "BOT"}: Turn ${at} is about shifts and the commute.`,
    ).join("\n");
    const tasks = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: "longtask" });
    const element = document.querySelector("ninjahire-call");
    element.call = { call_id: "c1", call_status: "call_completed", call_score: 1, transcript };
    const count = () =>
      element.shadowRoot.querySelector("ninjahire-transcript")?.shadowRoot.querySelectorAll(".turn")
        .length ?? 0;
    while (count() < 10_000) await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => setTimeout(done, 300));
    return { longest: Math.max(0, ...tasks), rows: count() };
  });
  console.log(`10,000 turns: the longest task took ${Math.round(longest)} ms`);
  assert.equal(rows, 10_000);
  // 100 ms on a machine that does nothing else; these tests share theirs.
  assert.ok(longest <= 400, `${longest} ms`);
});
