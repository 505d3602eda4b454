import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { answer, call, liveCall, results, transcript } from "./helpers/calls.mjs";
import { inProvider, setUp, shows } from "./helpers/setup.mjs";

const here = setUp();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const set = (selector, values) => (page) =>
  page.evaluate(
    async ([selector, values]) => {
      await core.init();
      const element = document.querySelector(selector);
      Object.assign(element, values);
      await element.updateComplete;
    },
    [selector, values],
  );

const phases = [
  "idle",
  "confirm",
  "dialing",
  "ringing",
  "talking",
  "done",
  "failed",
  "refused",
  "unknown",
  "redial",
  "pending",
  "placed",
  "lost",
];

/** Every element in every state: the page's body, the API's answers, and steps to get there. */
const states = {
  "transcript empty": ["<ninjahire-transcript></ninjahire-transcript>"],
  "transcript waiting": ["<ninjahire-transcript live></ninjahire-transcript>"],
  "transcript loading": ["<ninjahire-transcript loading></ninjahire-transcript>"],
  "transcript error": [
    "<ninjahire-transcript></ninjahire-transcript>",
    ,
    async (page) => {
      await set("ninjahire-transcript", { transcript, options: { roles: "all of them" } })(page);
      await shows(page, "ninjahire-transcript", "error");
    },
  ],
  "transcript done": [
    "<ninjahire-transcript anchor-prefix=t></ninjahire-transcript>",
    ,
    set("ninjahire-transcript", {
      transcript: `[00:04] BOT: Hi.\n[00:09] HUMAN: Hello.\n[00:12] HUMAN: Yes?`,
    }),
  ],
  "transcript live, searched": [
    "<ninjahire-transcript live></ninjahire-transcript>",
    ,
    async (page) => {
      await set("ninjahire-transcript", { transcript })(page);
      await page.getByRole("searchbox").fill("team");
      await page.getByText("1 of 2").waitFor();
    },
  ],
  "call empty": ["<ninjahire-call></ninjahire-call>"],
  "call loading": [inProvider("<ninjahire-call call-id=c1></ninjahire-call>"), () => "hang"],
  "call error": [
    inProvider("<ninjahire-call call-id=c1></ninjahire-call>"),
    () => [403, { title: "No" }],
    (page) => shows(page, "ninjahire-call", "error"),
  ],
  "call done": [
    "<ninjahire-call></ninjahire-call>",
    ,
    async (page) => {
      await set("ninjahire-call", { call })(page);
      await page
        .getByRole("button", { name: /Show in the transcript/ })
        .first()
        .waitFor();
      await page.locator("[part=export] summary").click();
    },
  ],
  "call live": ["<ninjahire-call></ninjahire-call>", , set("ninjahire-call", { call: liveCall })],
  "call unassessed": [
    "<ninjahire-call></ninjahire-call>",
    ,
    set("ninjahire-call", {
      call: {
        ...call,
        call_score: null,
        ninjahire_intelligence: "call_inconclusive",
        recording_url: "javascript:0",
      },
    }),
  ],
  "call being assessed": [
    inProvider("<ninjahire-call call-id=c1></ninjahire-call>"),
    () => ({ ...liveCall, call_status: "call_completed" }),
    (page) => page.getByText("Being assessed").waitFor(),
  ],
  "call failed": [
    "<ninjahire-call></ninjahire-call>",
    ,
    set("ninjahire-call", { call: { ...liveCall, call_status: "call_failed", transcript: null } }),
  ],
  "call not heard of": [
    "<ninjahire-call call-date=2026-01-09T12:00:00Z></ninjahire-call>",
    ,
    set("ninjahire-call", { call: liveCall }),
  ],
  "call with updates stopped": [
    inProvider("<ninjahire-call call-id=c1></ninjahire-call>"),
    () => liveCall,
    async (page) => {
      await page.getByText("In progress").waitFor();
      here.site.api = () => [403, { detail: "Only the hiring team sees this." }];
      await page.getByText("Updates have stopped").waitFor({ timeout: 20_000 });
    },
  ],
  "call masked": [
    "<ninjahire-call masked></ninjahire-call>",
    ,
    async (page) => {
      await set("ninjahire-call", { call })(page);
      await page.getByText("1 place hidden").first().waitFor();
    },
  ],
  "call at a question, with its keys": [
    "<ninjahire-call anchor-prefix=t></ninjahire-call>",
    ,
    async (page) => {
      await set("ninjahire-call", { call })(page);
      await page.locator("[part=marker]").first().click();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  ],
  "results empty": ["<ninjahire-results></ninjahire-results>"],
  "results loading": [
    inProvider("<ninjahire-results job-id=j></ninjahire-results>"),
    (method, path, query) => (query.get("page") === "1" ? answer(method, path, query) : "hang"),
    (page) => page.getByRole("progressbar").waitFor(),
  ],
  "results error": [
    inProvider("<ninjahire-results job-id=j></ninjahire-results>"),
    () => [401, { title: "No" }],
    (page) => shows(page, "ninjahire-results", "error"),
  ],
  "results done": [
    "<ninjahire-results></ninjahire-results>",
    ,
    set("ninjahire-results", { results: results(30), selected: "c0" }),
  ],
  "results with calls shown": [
    "<ninjahire-results></ninjahire-results>",
    ,
    async (page) => {
      const twice = results(3).map((result, index) => ({
        ...result,
        candidate_id: "one",
        call_summary: { Motivation: { score: "8/10" } },
        created_at: `2026-01-0${index + 1}T12:00:00Z`,
        ...(index === 2 && { call_status: "call_failed", call_score: null }),
      }));
      await set("ninjahire-results", { results: twice })(page);
      await page.locator("[part=calls]").click();
      await page.locator("[part=category]").first().waitFor();
    },
  ],
  "results that do not match": [
    "<ninjahire-results></ninjahire-results>",
    ,
    async (page) => {
      await set("ninjahire-results", { results: results(30) })(page);
      await page.getByRole("searchbox").fill("nobody");
      await page.getByText("No result matches the filter.").waitFor();
    },
  ],
  "results incomplete": [
    inProvider("<ninjahire-results job-id=j></ninjahire-results>"),
    (method, path, query) =>
      query.get("page") === "1" ? answer(method, path, query) : [403, { title: "No" }],
    (page) => page.getByText("Not all results could be loaded.").waitFor(),
  ],
  ...Object.fromEntries(
    phases.map((phase) => [
      `button ${phase}`,
      [
        "<ninjahire-call-button application-id=a1 base-url=/api></ninjahire-call-button>",
        ,
        set("ninjahire-call-button", { phase }),
      ],
    ]),
  ),
};

const themes = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "320 px": { viewport: { width: 320, height: 640 } },
  "right to left": { dir: "rtl", colorScheme: "dark" },
};

describe("accessibility", () => {
  for (const [theme, { dir, ...context }] of Object.entries(themes)) {
    it(`axe finds no problem in any state: ${theme}`, async () => {
      here.site.policy = "";
      const found = [];
      for (const [name, [body, api, prepare]] of Object.entries(states)) {
        here.site.api = api ?? answer;
        const page = await here.open(body, {
          dir,
          context: { ...context, reducedMotion: "reduce" },
        });
        if (prepare) await prepare(page);
        await page.waitForTimeout(60);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() =>
          axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          }),
        );
        for (const { id, nodes } of violations)
          found.push(
            `${name}: ${id} ${nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary}`).join("; ")}`,
          );
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        if (overflow > 0) found.push(`${name}: ${overflow} px too wide`);
        await page.context().close();
      }
      assert.deepEqual(found, []);
    });
  }

  it("Tab reaches every control, and each shows its focus", async () => {
    const page = await here.open("<ninjahire-call></ninjahire-call>");
    await set("ninjahire-call", { call })(page);
    await page
      .getByRole("button", { name: /Show in the transcript/ })
      .first()
      .waitFor();
    const seen = [];
    for (let at = 0; at < 24; at++) {
      await page.keyboard.press("Tab");
      seen.push(
        await page.evaluate(() => {
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          if (!active || active === document.body) return "";
          const { outlineStyle } = getComputedStyle(active);
          return `${active.getAttribute("part") ?? active.localName} ${outlineStyle}`;
        }),
      );
    }
    for (const part of [
      "mask",
      "summary",
      "evidence",
      "strip",
      "marker",
      "search-input",
      "button",
      "scroller",
    ]) {
      assert.ok(
        seen.some((one) => one.startsWith(part)),
        `${part} in ${seen}`,
      );
    }
    for (const one of seen) assert.ok(!one.endsWith(" none"), one);
  });

  it("nothing moves for people who prefer reduced motion", async () => {
    const page = await here.open("<ninjahire-transcript loading></ninjahire-transcript>", {
      context: { reducedMotion: "reduce" },
    });
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  });
});
