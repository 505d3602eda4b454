import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { transcript } from "./helpers/calls.mjs";
import { setUp, shows } from "./helpers/setup.mjs";

const here = setUp();
const escaped = transcript.replace(/"/g, "&quot;");
const one = `<ninjahire-transcript transcript="${escaped}"></ninjahire-transcript>`;
const texts = (page) => page.locator("[part~=text]").allTextContents();

describe("ninjahire-transcript", () => {
  it("shows a list of turns with their speakers", async () => {
    const page = await here.open(one);
    await shows(page, "ninjahire-transcript", "done");
    assert.equal(await page.getByRole("listitem").count(), 7);
    assert.deepEqual((await page.locator("[part=speaker]").allTextContents()).slice(0, 2), [
      "Interviewer",
      "Candidate",
    ]);
    assert.equal(await page.locator("[part~=text]").first().getAttribute("dir"), "auto");
    assert.equal(await page.getByRole("log").count(), 0);
  });

  it("uses a property that was set before its definition, and works when it is added late, moved or put back", async () => {
    const page = await here.open("<div id=a></div><div id=b></div>");
    await page.evaluate(async (text) => {
      const element = document.createElement("ninjahire-transcript");
      element.transcript = text;
      window.element = element;
      document.querySelector("#a").append(element);
      await element.updateComplete;
      document.querySelector("#b").append(element);
      element.remove();
      document.querySelector("#b").append(element);
    }, transcript);
    await shows(page, "#b ninjahire-transcript", "done");
    assert.equal(await page.getByRole("listitem").count(), 7);
  });

  it("upgrades an element whose properties were set on the bare tag", async () => {
    const page = await here.open("<div id=a></div>", { isBare: true });
    await page.evaluate((text) => {
      const element = document.createElement("ninjahire-transcript");
      element.transcript = text;
      document.querySelector("#a").append(element);
    }, transcript);
    await shows(page, "ninjahire-transcript", "done");
    assert.equal(await page.getByRole("listitem").count(), 7);
  });

  it("reflects properties in attributes, however often, and treats `null` and `undefined` as off", async () => {
    const page = await here.open(
      "<ninjahire-transcript live density=compact></ninjahire-transcript>",
    );
    const attributes = await page.evaluate(async () => {
      const element = document.querySelector("ninjahire-transcript");
      const seen = [[element.live, element.density]];
      for (const [live, density] of [
        [undefined, null],
        [undefined, undefined],
        [true, "comfortable"],
        [false, "compact"],
      ]) {
        Object.assign(element, { live, density });
        await element.updateComplete;
        seen.push([element.hasAttribute("live"), element.getAttribute("density")]);
      }
      return seen;
    });
    assert.deepEqual(attributes, [
      [true, "compact"],
      [false, null],
      [false, null],
      [true, "comfortable"],
      [false, "compact"],
    ]);
  });

  it("searches with counts, next, previous, Enter and Escape, and does not change the text", async () => {
    const page = await here.open(one);
    const before = await texts(page);
    const input = page.getByRole("searchbox");
    await input.fill("team");
    const count = page.locator("[part=search-count]");
    await page.getByText("1 of 2").waitFor();
    await input.press("Enter");
    assert.match(await count.textContent(), /2 of 2/);
    await input.press("Shift+Enter");
    assert.match(await count.textContent(), /1 of 2/);
    await page.getByRole("button", { name: "Next match" }).click();
    assert.match(await count.textContent(), /2 of 2/);
    assert.equal(await page.locator('[aria-current="true"]').count(), 1);
    const sizes = await page.evaluate(() =>
      ["ninjahire-match", "ninjahire-match-current"].map((name) => CSS.highlights.get(name)?.size),
    );
    assert.deepEqual(sizes, [2, 1]);
    assert.deepEqual(await texts(page), before);
    await input.fill("zzz");
    await page.getByText("No matches").waitFor();
    await input.press("Escape");
    assert.equal(await input.inputValue(), "");
    assert.deepEqual(await page.evaluate(() => CSS.highlights.get("ninjahire-match").size), 0);
  });

  it("marks turns in browsers without highlights, and removes its highlights when it leaves the page", async () => {
    const page = await here.open(one);
    await page.evaluate(() => delete CSS.highlights);
    await page.getByRole("searchbox").fill("team");
    await page.getByText("1 of 2").waitFor();
    await page.locator(".turn.match").first().waitFor();
    assert.equal(await page.locator(".turn.match").count(), 2);
    await page.locator("ninjahire-transcript").evaluate((element) => element.remove());
    assert.deepEqual(page.problems, []);
  });

  it("says if the search cannot be loaded", async () => {
    const page = await here.open(one);
    await page.route("**/reading/index.js", (route) => route.abort());
    await page.getByRole("searchbox").fill("team");
    await page.getByText("This part could not be loaded.").waitFor();
    assert.deepEqual(page.problems, []);
  });

  it("goes to the turn in the page's address and links each turn, if the page wants that", async () => {
    const page = await here.open(one);
    assert.equal(await page.locator("[part=anchor]").count(), 0);
    await page
      .locator("ninjahire-transcript")
      .evaluate((element) => (element.anchorPrefix = "turn-"));
    await page.getByRole("link", { name: "Turn 4" }).click();
    await page.waitForFunction(
      () =>
        document
          .querySelector("ninjahire-transcript")
          .shadowRoot.activeElement?.getAttribute("aria-current") === "true",
    );
    assert.match(await page.locator("[aria-current=true] [part~=text]").textContent(), /Six years/);
  });

  it("timestamps seek the player, and the transcript follows it", async () => {
    const page = await here.open(
      '<audio id="player"></audio><ninjahire-transcript player="player" transcript="[00:00:04] BOT: Hi.\n[00:01:09] HUMAN: Hello."></ninjahire-transcript>',
    );
    await page.getByRole("button", { name: "Play from 1:09" }).click();
    assert.equal(await page.locator("#player").evaluate((audio) => audio.currentTime), 69);
    await page.locator("#player").evaluate((audio) => {
      Object.defineProperty(audio, "currentTime", { value: 5 });
      audio.dispatchEvent(new Event("timeupdate"));
    });
    assert.equal(await page.locator("[aria-current=true] [part~=text]").textContent(), "Hi.");
  });

  it("grows without changing existing rows, follows the end, and does not move a reader", async () => {
    const page = await here.open("<ninjahire-transcript live></ninjahire-transcript>");
    await page.evaluate(async () => {
      await core.init();
      window.element = document.querySelector("ninjahire-transcript");
      window.lines = Array.from(
        { length: 60 },
        (_, at) => `${at % 2 ? "HUMAN" : "BOT"}: Line ${at} of the call, with a few words more.`,
      );
      element.transcript = lines.join("\n");
      await element.updateComplete;
      window.box = element.shadowRoot.querySelector(".scroller");
      window.first = element.shadowRoot.querySelector(".text");
    });
    assert.equal(await page.getByRole("log").count(), 1);
    const isAtEnd = () =>
      page.waitForFunction(() => box.scrollHeight - box.scrollTop - box.clientHeight < 5);
    await isAtEnd();
    await page.evaluate(async () => {
      lines.push("BOT: One more.");
      element.transcript = lines.join("\n");
      await element.updateComplete;
    });
    await isAtEnd();
    assert.equal(
      await page.evaluate(() => first === element.shadowRoot.querySelector(".text")),
      true,
    );
    await page.evaluate(() => (box.scrollTop = 100));
    await page.getByRole("button", { name: "Jump to the latest" }).waitFor();
    const top = await page.evaluate(async () => {
      lines.push("HUMAN: And another.");
      element.transcript = lines.join("\n");
      await element.updateComplete;
      await new Promise((done) => setTimeout(done, 200));
      return box.scrollTop;
    });
    assert.equal(top, 100);
    await page.getByRole("button", { name: "Jump to the latest" }).click();
    await isAtEnd();
  });

  it("announces new turns once, not when they grow, and not at all when `quiet`", async () => {
    const page = await here.open("<ninjahire-transcript live></ninjahire-transcript>");
    const heard = await page.evaluate(async () => {
      await core.init();
      const element = document.querySelector("ninjahire-transcript");
      const heard = [];
      const set = async (text) => {
        element.transcript = text;
        await element.updateComplete;
        await new Promise((done) => setTimeout(done, 20));
      };
      await set("BOT: Hello.");
      const region = element.shadowRoot.querySelector("[aria-live=polite][aria-relevant]");
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) heard.push(node.textContent);
      }).observe(region, { childList: true, subtree: true, characterData: true });
      await set("BOT: Hello.\nHUMAN: Hi");
      await set("BOT: Hello.\nHUMAN: Hi there.");
      await set("BOT: Hello.\nHUMAN: Hi there.\nBOT:");
      await set("BOT: Hello.\nHUMAN: Hi there.\nBOT: Good.");
      element.quiet = true;
      await set("BOT: Hello.\nHUMAN: Hi there.\nBOT: Good.\nHUMAN: Silent.");
      return heard;
    });
    assert.deepEqual(heard, ["Candidate: Hi", "Interviewer: Good."]);
  });

  it("keeps a selection while the last turn grows", async () => {
    const page = await here.open("<ninjahire-transcript live></ninjahire-transcript>");
    const kept = await page.evaluate(async () => {
      await core.init();
      const element = document.querySelector("ninjahire-transcript");
      element.transcript = "BOT: Hello there";
      await element.updateComplete;
      const { firstChild } = element.shadowRoot.querySelector(".text");
      const range = new Range();
      range.setStart(firstChild, 0);
      range.setEnd(firstChild, 5);
      element.transcript = "BOT: Hello there, how are you?";
      await element.updateComplete;
      return [
        range.toString(),
        firstChild.data,
        firstChild === element.shadowRoot.querySelector(".text").firstChild,
      ];
    });
    assert.deepEqual(kept, ["Hello", "Hello there, how are you?", true]);
  });

  it("shows a rewritten transcript", async () => {
    const page = await here.open("<ninjahire-transcript live></ninjahire-transcript>");
    const shown = await page.evaluate(async () => {
      await core.init();
      const element = document.querySelector("ninjahire-transcript");
      const out = [];
      for (const text of [
        "BOT: A.\nHUMAN: B.\nBOT: C.",
        "BOT: A.\nHUMAN: Bee.\nBOT: See.",
        "HUMAN: All new.",
        "",
      ]) {
        element.transcript = text;
        await element.updateComplete;
        await element.updateComplete;
        out.push(
          [...element.shadowRoot.querySelectorAll(".text")].map((one) => one.textContent).join("|"),
        );
      }
      return out;
    });
    assert.deepEqual(shown, ["A.|B.|C.", "A.|Bee.|See.", "All new.", ""]);
  });

  it("a long text that grows has the same turns as the whole text", async () => {
    const page = await here.open("<ninjahire-transcript live></ninjahire-transcript>");
    const isSame = await page.evaluate(async () => {
      await core.init();
      const element = document.querySelector("ninjahire-transcript");
      let text = Array.from(
        { length: 400 },
        (_, at) => `${at % 2 ? "HUMAN" : "BOT"}: Line ${at}\ngoes on.`,
      ).join("\n");
      for (const more of [
        "",
        " and on",
        "\nBOT: Next.",
        "\nEditor: not a speaker",
        "\nHUMAN: Yes\n\nno",
        "\nBOT:",
      ]) {
        text += more;
        element.transcript = text;
        await element.updateComplete;
        const turns = core.parseTranscript(text);
        const find = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
        // Rows far from the screen are added a little later.
        while (find(".turn").length !== turns.length) await new Promise(requestAnimationFrame);
        const shown = find(".text:not(.muted)").map((one) => one.textContent);
        const whole = turns.map((turn) => turn.text).filter(Boolean);
        if (JSON.stringify(shown) !== JSON.stringify(whole)) return more;
      }
      return true;
    });
    assert.equal(isSame, true);
  });

  it("copies the conversation, or selects it if copying is forbidden", async () => {
    const page = await here.open(one, {
      context: { permissions: ["clipboard-read", "clipboard-write"] },
    });
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /^Interviewer: Hello[^]*Candidate: Yes/,
    );
  });

  it("has all four states", async () => {
    const page = await here.open("<ninjahire-transcript></ninjahire-transcript>");
    await shows(page, "ninjahire-transcript", "empty");
    await page.locator("ninjahire-transcript").evaluate((element) => (element.loading = true));
    await shows(page, "ninjahire-transcript", "loading");
    await page.route("**/core.wasm", (route) => route.abort());
    await page
      .locator("ninjahire-transcript")
      .evaluate((element) => ((element.loading = false), (element.transcript = "BOT: Hi.")));
    await shows(page, "ninjahire-transcript", "error");
    await page.unroute("**/core.wasm");
    await page.getByRole("button", { name: "Try again" }).click();
    await shows(page, "ninjahire-transcript", "done");
  });
});
