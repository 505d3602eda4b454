/** Tests the block of CSS in docs/elements.md that applies a brand to all elements. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { call, results } from "./helpers/calls.mjs";
import { inProvider, setUp } from "./helpers/setup.mjs";

const here = setUp();
const page = await readFile(new URL("../../docs/elements.md", import.meta.url), "utf8");
const block = /```css\n([^]*?)```/.exec(page)[1];

/** A property's value in the block, in the form that a browser computes. */
function valueOf(name) {
  const value = new RegExp(`${name}: ([^;]+);`).exec(block)[1];
  const [, digits] = /^#(\w+)$/.exec(value) ?? [];
  if (!digits) return value;
  const pairs = digits.length === 3 ? [...digits].map((one) => one + one) : digits.match(/../g);
  return `rgb(${pairs.map((pair) => parseInt(pair, 16)).join(", ")})`;
}

async function branded() {
  here.site.policy = "";
  const page = await here.open(
    inProvider(
      `<ninjahire-call></ninjahire-call><ninjahire-results></ninjahire-results>
       <ninjahire-call-button application-id="a1"></ninjahire-call-button>`,
    ),
    { head: `<style>${block}</style>` },
  );
  await page.evaluate(
    async ([call, results]) => {
      await core.init();
      document.querySelector("ninjahire-call").call = call;
      const table = document.querySelector("ninjahire-results");
      table.results = results;
      table.selected = results[0].call_id;
    },
    [{ ...call, recording_url: `${here.site.url}/a.wav` }, results(10)],
  );
  await page.locator("ninjahire-player").waitFor();
  await page.locator("[part=marker]").first().click();
  await page.getByRole("searchbox", { name: "Search the transcript" }).fill("team");
  await page.getByText("1 of 2").waitFor();
  return page;
}

describe("a brand", () => {
  it("applies to the player, the picture, the highlights, the scores and the buttons", async () => {
    const page = await branded();
    const style = (selector, property, pseudo) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (one, [property, pseudo]) => getComputedStyle(one, pseudo)[property],
          [property, pseudo],
        );
    const accent = valueOf("--ninjahire-accent");
    assert.equal(await style("[part~=play]", "backgroundColor"), accent);
    assert.equal(await style("[part~=play]", "color"), valueOf("--ninjahire-on-accent"));
    assert.equal(await style("[part=position]", "accentColor"), accent);
    assert.equal(await style("[part=dial]", "stroke"), accent);
    assert.equal(await style("ninjahire-results [part=dial]", "stroke"), accent);
    assert.equal(await style("[part~=call]", "backgroundColor"), accent);
    assert.equal(await style("[part=marker][aria-current]", "backgroundColor"), accent);
    assert.equal(await style("[part=stretch].human", "fill"), valueOf("--ninjahire-human"));
    assert.equal(await style("[part=stretch].bot", "fill"), valueOf("--ninjahire-bot"));
    assert.equal(await style("[part=base]", "borderTopLeftRadius"), valueOf("--ninjahire-radius"));
    for (const match of ["match", "match-current"]) {
      const pseudo = `::highlight(ninjahire-${match})`;
      assert.equal(
        await style("ninjahire-transcript [part=text]", "backgroundColor", pseudo),
        valueOf(`--ninjahire-${match}`),
      );
      assert.equal(
        await style("ninjahire-transcript [part=text]", "color", pseudo),
        valueOf(`--ninjahire-${match}-text`),
      );
    }
  });

  it("replaces the default colours and fonts everywhere", async () => {
    const page = await branded();
    const found = await page.evaluate(
      ([font]) => {
        const own = ["rgb(36, 86, 199)", "rgb(157, 188, 255)"];
        const found = [];
        const visit = (root) => {
          for (const one of root.querySelectorAll("*")) {
            if (one.shadowRoot) visit(one.shadowRoot);
            if (!(root instanceof ShadowRoot) || !one.checkVisibility()) continue;
            const style = getComputedStyle(one);
            for (const name of style) {
              const value = style.getPropertyValue(name);
              if (!name.startsWith("--") && own.some((colour) => value.includes(colour)))
                found.push(`${one.localName} ${one.getAttribute("part")}: ${name} ${value}`);
            }
            if (one instanceof HTMLElement && style.fontFamily !== font)
              found.push(`${one.localName} ${one.getAttribute("part")}: ${style.fontFamily}`);
          }
        };
        visit(document);
        return [...new Set(found)];
      },
      [valueOf("--ninjahire-font").replace('"Inter"', "Inter")],
    );
    assert.deepEqual(found, []);
  });
});
