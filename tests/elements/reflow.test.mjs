/** At 200 % zoom and at a width of 320 pixels, all content is there and nothing is cut off. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answer, call, results, transcript } from "./helpers/calls.mjs";
import { inProvider, setUp, shows } from "./helpers/setup.mjs";

const here = setUp();

const elements = {
  "ninjahire-call": inProvider("<ninjahire-call call-id=c1></ninjahire-call>"),
  "ninjahire-transcript": "<ninjahire-transcript anchor-prefix=turn-></ninjahire-transcript>",
  "ninjahire-results": inProvider("<ninjahire-results job-id=j1></ninjahire-results>"),
  "ninjahire-call-button": inProvider(
    "<ninjahire-call-button application-id=a1></ninjahire-call-button>",
  ),
};

/** For each element, the steps to its widest state. */
const fill = {
  "ninjahire-call": async (page) => {
    await shows(page, "ninjahire-call", "done");
    await page
      .getByRole("button", { name: /Show in the transcript/ })
      .first()
      .waitFor();
    await page.getByRole("switch").click();
    await page.getByText("1 place hidden").first().waitFor();
    await page.locator("[part=export] summary").click();
  },
  "ninjahire-transcript": async (page) => {
    await page.evaluate(
      async (text) => {
        await core.init();
        document.querySelector("ninjahire-transcript").transcript = text;
      },
      `[00:00:04] BOT: ${"https://example.com/a-link-without-an-end/".repeat(4)}\n${transcript}`,
    );
    await page.getByRole("searchbox").fill("team");
    await page.getByText("1 of 2").waitFor();
  },
  "ninjahire-results": (page) => shows(page, "ninjahire-results", "done"),
  "ninjahire-call-button": async (page) => {
    await page.getByRole("button", { name: "Call now" }).click();
    await shows(page, "ninjahire-call-button", "confirm");
  },
};

/** Lists text outside of the page, or outside of a box that clips it. */
const cutOff = () => {
  const found = [];
  const clips = (element) => {
    const { overflowX, clipPath } = getComputedStyle(element);
    return overflowX !== "visible" || clipPath !== "none";
  };
  const isForScreenReaders = (element) =>
    element.offsetWidth <= 1 && getComputedStyle(element).display !== "contents";
  const visit = (node, boxes) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const range = document.createRange();
      // Word by word, because the space at the end of a line may stand over the edge.
      for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        for (const { left, right, width } of range.getClientRects())
          for (const box of boxes)
            if (width && (left < box.left - 1 || right > box.right + 1))
              found.push(`${word}: ${left}–${right} in ${box.left}–${box.right}`);
      }
      return;
    }
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (/^(style|script|option)$/.test(node.localName) || isForScreenReaders(node)) return;
      const { localName, scrollWidth, clientWidth } = node;
      if (/^(button|input|select)$/.test(localName) && scrollWidth > clientWidth + 1)
        found.push(`${localName} ${node.textContent.trim()}: ${scrollWidth} in ${clientWidth}`);
      if (clips(node)) boxes = [...boxes, node.getBoundingClientRect()];
    }
    const children =
      node.shadowRoot?.childNodes ?? node.assignedNodes?.({ flatten: true }) ?? node.childNodes;
    for (const child of children) visit(child, boxes);
  };
  visit(document.querySelector("main"), [{ left: 0, right: innerWidth }]);
  return { found, width: document.documentElement.scrollWidth };
};

describe("reflow", () => {
  for (const [name, width, context] of [
    ["at 200 % zoom", 640, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
    ["at 320 pixels", 320, { viewport: { width: 320, height: 640 } }],
  ]) {
    for (const dir of ["ltr", "rtl"]) {
      for (const [tag, body] of Object.entries(elements)) {
        it(`${tag} is whole ${name}, ${dir}`, async () => {
          here.site.api = (method, path, query) => {
            if (path.startsWith("/calls/"))
              return { ...call, recording_url: `${here.site.url}/a.wav` };
            return path === "/calls"
              ? { data: results(30), count: 30 }
              : answer(method, path, query);
          };
          const page = await here.open(body, { context, dir });
          await fill[tag](page);
          assert.deepEqual(await page.evaluate(cutOff), { found: [], width });
        });
      }
    }
  }

  it("at 320 pixels a link leads to the transcript, however far down it is", async () => {
    const page = await here.open("<ninjahire-call></ninjahire-call>", {
      context: { viewport: { width: 320, height: 640 } },
    });
    await page.evaluate(async (call) => {
      await core.init();
      document.querySelector("ninjahire-call").call = call;
    }, call);
    const links = page.getByRole("navigation", { name: "Screening call" });
    await links.getByRole("button", { name: "Transcript" }).click();
    const heading = page.getByRole("heading", { name: "Transcript" });
    assert.ok(await heading.evaluate((one) => one.getRootNode().activeElement === one));
    const { top } = await heading.evaluate((one) => one.getBoundingClientRect());
    assert.ok(top >= 0 && top < 320, `${top} px`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await links.waitFor({ state: "hidden" });
  });

  it("a call button beside other content is as wide as its text", async () => {
    const page = await here.open(
      inProvider(
        '<div class="beside"><b>Sam Okafor</b><ninjahire-call-button application-id="a1"></ninjahire-call-button></div>',
      ),
    );
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".beside { display: flex }");
      document.adoptedStyleSheets = [sheet];
    });
    const widths = await page
      .locator("ninjahire-call-button")
      .evaluate((one) => [one.offsetWidth, one.shadowRoot.querySelector("button").offsetWidth]);
    assert.ok(widths[1] > 80);
    assert.equal(widths[0], widths[1]);
  });
});
