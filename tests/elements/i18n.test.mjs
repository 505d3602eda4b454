import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { call, liveCall, results, transcript } from "./helpers/calls.mjs";
import { inProvider, setUp, shows } from "./helpers/setup.mjs";

const here = setUp();
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

describe("languages", () => {
  it("every text can be replaced, and no other text is shown", async () => {
    const page = await here.open(
      inProvider(`<ninjahire-transcript id=t></ninjahire-transcript><ninjahire-transcript id=e></ninjahire-transcript><ninjahire-call id=c></ninjahire-call><ninjahire-call id=l></ninjahire-call><ninjahire-call id=n></ninjahire-call>
      <ninjahire-results id=r></ninjahire-results><ninjahire-results id=n2></ninjahire-results>${phases.map((phase) => `<ninjahire-call-button application-id=a data-phase=${phase}></ninjahire-call-button>`).join("")}`),
    );
    await page.evaluate(
      async ({ call, liveCall, results, transcript }) => {
        await core.init();
        const pseudo = (text) => `⟦${text.replace(/[a-z](?![^{]*\})/gi, "ẋ")}⟧`;
        const strings = {};
        for (const [name, text] of Object.entries(all.english)) {
          strings[name] =
            typeof text === "string"
              ? pseudo(text)
              : Object.fromEntries(Object.entries(text).map(([rule, one]) => [rule, pseudo(one)]));
        }
        document.querySelector("ninjahire-provider").strings = strings;
        const digits = (text) => text.replace(/[a-z]/gi, "1");
        const get = (id) => document.querySelector(`#${id}`);
        Object.assign(get("t"), {
          transcript: "[00:04] BOT: 1\n[00:05] HUMAN: 2\n[00:06] HUMAN:\n",
          live: true,
          anchorPrefix: "9",
          player: document.createElement("audio"),
        });
        Object.assign(get("c"), {
          call: {
            ...call,
            call_id: "1",
            call_digest: "1",
            transcript: "BOT: 1\nHUMAN: 2",
            call_summary: { 1: 2 },
            questions_response: '[{"question":"1","score":"1"},{"bad":1},4]',
            recording_url: "https://x",
          },
        });
        Object.assign(get("l"), { call: { ...liveCall, transcript: "", recording_url: "foo:1" } });
        Object.assign(get("r"), {
          results: results.map((one, at) => ({
            ...one,
            candidate_name: "1",
            candidate_source_id: String(at >> 1),
          })),
        });
        for (const button of document.querySelectorAll("[data-phase]"))
          button.phase = button.dataset.phase;
      },
      { call, liveCall, results: results(30), transcript },
    );
    await page.locator("#t").getByRole("searchbox").fill("zz");
    await page.waitForTimeout(300);
    const missed = await page.evaluate(() => {
      const missed = new Set();
      const check = (text) => {
        const rest = text.replace(/⟦[^⟧]*⟧/g, "").replace(/[\d\s#:;,.–·"{}[\]/]/g, "");
        if (/[a-z]/i.test(rest)) missed.add(text.trim());
      };
      const walk = (root) => {
        for (const node of root.childNodes) {
          if (node.nodeType === 3) check(node.data);
          if (
            node.nodeType !== 1 ||
            (/^(style|h1|details)$/.test(node.localName) && !node.classList.contains("menu"))
          )
            continue;
          for (const name of ["aria-label", "placeholder", "title", "alt", "aria-valuetext"])
            if (node.hasAttribute(name)) check(node.getAttribute(name));
          if (node.shadowRoot) walk(node.shadowRoot);
          walk(node);
        }
      };
      walk(document.querySelector("main"));
      return [...missed];
    });
    assert.deepEqual(missed, []);
  });

  it("numbers follow the document's language at once", async () => {
    const page = await here.open("<ninjahire-call></ninjahire-call>", {
      lang: "fa",
      dir: "rtl",
    });
    await page.evaluate((call) => (document.querySelector("ninjahire-call").call = call), call);
    await page.getByText("۸۴ of ۱۰۰").waitFor();
    await page.evaluate(() => (document.documentElement.lang = "nl"));
    await page.getByText("84 of 100").waitFor();
    await page.evaluate(() => (document.documentElement.lang = "not a language!"));
    await page.waitForTimeout(50);
    assert.deepEqual(page.problems, []);
  });

  it("texts follow the document's language at once", async () => {
    const page = await here.open("<ninjahire-call></ninjahire-call><p lang=ja id=ja></p>", {
      lang: "de-AT",
    });
    await page.evaluate((call) => (document.querySelector("ninjahire-call").call = call), call);
    await page.getByText("84 von 100").waitFor();
    for (const [lang, text] of [
      ["es", "84 de 100"],
      ["fr", "84 sur 100"],
      ["pt-BR", "Detalhamento"],
      ["hi", "स्कोर"],
      ["ar", "تصدير"],
      ["en", "84 of 100"],
    ]) {
      await page.evaluate((lang) => (document.documentElement.lang = lang), lang);
      await page.getByText(text).first().waitFor();
    }
    // The element's `lang` overrides the document's, and the page's custom texts override both.
    await page.evaluate((call) => {
      const element = document.createElement("ninjahire-call");
      Object.assign(element, { call, strings: { score: "点数" } });
      document.querySelector("#ja").append(element);
    }, call);
    await page.getByText("100 点中 84 点").waitFor();
    await page.getByText("点数").first().waitFor();
    assert.deepEqual(page.problems, []);
  });

  it("the layout is mirrored for right-to-left text, and each turn has its own direction", async () => {
    const page = await here.open(
      "<ninjahire-transcript transcript='BOT: שלום, מה שלומך?\nHUMAN: Fine, thanks.'></ninjahire-transcript>",
      { dir: "rtl", lang: "he" },
    );
    await shows(page, "ninjahire-transcript", "done");
    const [directions, search, copy] = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("ninjahire-transcript");
      return [
        [...shadowRoot.querySelectorAll(".text")].map((one) => getComputedStyle(one).direction),
        shadowRoot.querySelector("input").getBoundingClientRect().x,
        shadowRoot.querySelector("[part=toolbar] > .row button").getBoundingClientRect().x,
      ];
    });
    assert.deepEqual(directions, ["rtl", "ltr"]);
    assert.ok(search > copy);
  });

  it("plural forms are those of the language", async () => {
    const page = await here.open("<ninjahire-call></ninjahire-call>", { lang: "pl" });
    await page.evaluate((call) => {
      const element = document.querySelector("ninjahire-call");
      element.strings = { masked: { one: "{n} miejsce", few: "{n} miejsca", other: "{n} miejsc" } };
      element.call = { ...call, call_digest: "sam@example.org" };
      element.masked = true;
    }, call);
    await page.getByText("2 miejsca").first().waitFor();
  });
});
