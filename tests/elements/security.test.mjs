import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answer, call, liveCall, results } from "./helpers/calls.mjs";
import { inProvider, setUp, shows } from "./helpers/setup.mjs";

const here = setUp();
const nasty = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\u202Egnp.exe\u202C ${"Z\u0300\u0301\u0302\u0303\u0304\u0305".repeat(40)} {{7*7}} \${7*7} <!--`;

const everything = inProvider(`
  <ninjahire-call call-id="c1"></ninjahire-call>
  <ninjahire-results job-id="j1"></ninjahire-results>
  <ninjahire-call-button application-id="a1"></ninjahire-call-button>`);

describe("security", () => {
  it("everything works under a strict policy with Trusted Types, without a violation", async () => {
    here.site.api = (method, path, query) =>
      path.startsWith("/calls/")
        ? { ...call, recording_url: `${here.site.url}/a.wav` }
        : answer(method, path, query);
    const page = await here.open(everything);
    await page.evaluate(() =>
      addEventListener(
        "securitypolicyviolation",
        (event) => (window.violated = event.violatedDirective),
      ),
    );
    await shows(page, "ninjahire-call", "done");
    await page.getByRole("switch").click();
    await page.locator("[part=export] summary").click();
    await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Text", exact: true }).click(),
    ]);
    await page.getByRole("searchbox", { name: "Search the transcript" }).fill("team");
    await page.getByText("1 of 2").waitFor();
    await page.getByRole("button", { name: "Call now" }).click();
    await page.waitForTimeout(450);
    await page.getByRole("button", { name: "Yes, call now" }).click();
    await shows(page, "ninjahire-call-button", "done");
    await page.waitForTimeout(200);
    assert.deepEqual(here.site.reports, []);
    assert.equal(await page.evaluate(() => window.violated), undefined);
    assert.deepEqual(page.problems, []);
  });

  it("the content of a hostile call stays text", async () => {
    const hostile = {
      ...call,
      call_status: nasty,
      ninjahire_intelligence: nasty,
      call_direction: nasty,
      recording_url: "javascript:window.hacked=1",
      call_summary: { [nasty]: { score: nasty, summary: nasty } },
      call_digest: nasty,
      transcript: `BOT: ${nasty}\nHUMAN: ${nasty}\n${nasty}`,
      questions_response: JSON.stringify([{ question: nasty, response: nasty, score: nasty }]),
    };
    here.site.api = (method, path, query) =>
      path.startsWith("/calls/")
        ? hostile
        : {
            data: results(3).map((one) => ({
              ...one,
              candidate_name: nasty,
              call_status: nasty,
              ninjahire_intelligence: nasty,
            })),
            count: 3,
          };
    const page = await here.open(everything);
    await shows(page, "ninjahire-call", "done");
    await shows(page, "ninjahire-results", "done");
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.deepEqual(here.site.reports, []);
    const found = await page.evaluate(() => {
      const bad = [];
      const walk = (root) => {
        for (const element of root.querySelectorAll("*")) {
          if (/^(img|script|iframe|object|embed)$/.test(element.localName) && root !== document)
            bad.push(element.outerHTML);
          for (const { name, value } of element.attributes) {
            if (/^on/.test(name) || name === "style" || /^\s*javascript:/i.test(value))
              bad.push(`${name}=${value}`);
          }
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document.querySelector("main"));
      return bad;
    });
    assert.deepEqual(
      found.filter((one) => !one.startsWith("style=--chunk-height")),
      [],
    );
    assert.equal(await page.locator("audio").count(), 0);
    await page.getByText("not a web address").waitFor();
    // Nothing overflows its container.
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
      false,
    );
  });

  for (const [name, line] of [
    ["in many turns", "BOT: Some words of a long call.\nHUMAN: Yes.\n"],
    ["without a label", "Some words of a long call. "],
  ]) {
    it(`shows 5 MB ${name}, and the page stays usable`, async () => {
      here.site.policy = "";
      const page = await here.open("<ninjahire-transcript></ninjahire-transcript>");
      page.setDefaultTimeout(30000);
      const ms = await page.evaluate(async (line) => {
        await core.init();
        const element = document.querySelector("ninjahire-transcript");
        const start = performance.now();
        element.transcript = line.repeat(Math.ceil(5e6 / line.length));
        await element.updateComplete;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - start;
      }, line);
      assert.ok(ms < 15000, `${ms} ms`);
      console.log(`5 MB ${name}: ${Math.round(ms)} ms`);
      await shows(page, "ninjahire-transcript", "done");
    });
  }

  it("no element has an attribute for a key or a token", async () => {
    const page = await here.open("");
    const attributes = await page.evaluate(() =>
      Object.values(all)
        .filter((one) => typeof one === "function")
        .flatMap((one) => one.observedAttributes ?? []),
    );
    assert.ok(attributes.includes("base-url"));
    assert.deepEqual(
      attributes.filter((name) => /key(?!s$)|token|auth|secret/i.test(name)),
      [],
    );
  });

  it("an element that is already defined stays as it is", async () => {
    const page = await here.open("");
    await page.evaluate(() => import("/elements.js?again"));
    assert.deepEqual(page.problems, []);
  });
});
