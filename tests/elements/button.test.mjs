import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { call, liveCall } from "./helpers/calls.mjs";
import { inProvider, setUp, shows } from "./helpers/setup.mjs";

const here = setUp();
const button = '<ninjahire-call-button application-id="a1"></ninjahire-call-button>';
const dials = () => here.site.requests.filter((one) => one.startsWith("POST"));
const listen = (page) =>
  page.evaluate(() => {
    window.events = [];
    for (const name of ["request", "placed", "updated", "completed", "error"]) {
      addEventListener(`ninjahire-call-${name}`, ({ detail }) =>
        events.push([name, detail.applicationId ?? detail.call?.call_id]),
      );
    }
  });
const state = (page, wanted) => shows(page, "ninjahire-call-button", wanted);

async function decide(page) {
  await page.getByRole("button", { name: "Call now" }).click();
  await page.waitForTimeout(450);
  await page.getByRole("button", { name: "Yes, call now" }).click();
}

describe("ninjahire-call-button", () => {
  it("asks, places one call, follows it to its end and fires events", async () => {
    let polls = 0;
    here.site.api = async (method) => {
      if (method === "POST") {
        await new Promise((done) => setTimeout(done, 150));
        return { status: "initiated", call_id: "c1" };
      }
      polls++;
      return polls === 1 ? { ...liveCall, transcript: "" } : polls === 2 ? liveCall : call;
    };
    const page = await here.open(inProvider(button));
    await listen(page);
    await page.getByRole("button", { name: "Call now" }).click();
    await page.getByRole("group", { name: "Ring this candidate's phone now?" }).waitFor();
    assert.equal(dials().length, 0);
    await page.waitForTimeout(450);
    await page.getByRole("button", { name: "Yes, call now" }).click();
    await state(page, "dialing");
    await state(page, "ringing");
    await state(page, "talking");
    await state(page, "done");
    await page.getByText("The call has ended. Score: 84 of 100.").first().waitFor();
    assert.equal(dials().length, 1);
    const names = (await page.evaluate(() => events)).map(([name]) => name);
    assert.deepEqual([names[0], names[1], names.at(-1)], ["request", "placed", "completed"]);
    assert.deepEqual(page.problems, []);
  });

  it("a double click, a held key or many clicks place at most one call", async () => {
    here.site.api = (method) => (method === "POST" ? "hang" : call);
    const page = await here.open(inProvider(button));
    await page.getByRole("button", { name: "Call now" }).dblclick();
    await page.waitForTimeout(100);
    await page.locator("ninjahire-call-button").evaluate((element) => {
      for (let at = 0; at < 10; at++) element.shadowRoot.querySelector("button.main")?.click();
    });
    assert.equal(dials().length, 0);
    await page.waitForTimeout(450);
    if ((await page.locator("ninjahire-call-button").getAttribute("state")) === "idle") {
      await page.getByRole("button", { name: "Call now" }).click();
      await page.waitForTimeout(450);
    }
    await page.locator("ninjahire-call-button").evaluate((element) => {
      const yes = element.shadowRoot.querySelector("button.main");
      for (let at = 0; at < 10; at++) yes.click();
    });
    await state(page, "dialing");
    await page.waitForTimeout(200);
    assert.equal(dials().length, 1);
  });

  it("the page can stop the call from being placed", async () => {
    const page = await here.open(inProvider(button));
    await page.evaluate(() =>
      addEventListener("ninjahire-call-request", (event) => event.preventDefault()),
    );
    await decide(page);
    await state(page, "idle");
    assert.equal(dials().length, 0);
  });

  it("works by keyboard, starts at Cancel, and Escape goes back", async () => {
    const page = await here.open(inProvider(button));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await state(page, "confirm");
    const focused = () =>
      page
        .locator("ninjahire-call-button")
        .evaluate((element) => element.shadowRoot.activeElement?.textContent.trim());
    assert.equal(await focused(), "Cancel");
    await page.keyboard.press("Escape");
    await state(page, "idle");
    assert.equal(await focused(), "Call now");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(450);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await state(page, "done");
    assert.equal(dials().length, 1);
  });

  it("says that a phone may be ringing if no clear answer came, and how to find out", async () => {
    here.site.api = (method) =>
      method === "POST" ? [500, { title: "Oops" }] : { data: [], count: 0 };
    const page = await here.open(inProvider(button));
    await listen(page);
    await decide(page);
    await state(page, "unknown");
    await page.getByText("The candidate's phone may be ringing.").first().waitFor();
    await page.getByRole("button", { name: "Look for the call" }).click();
    await page.getByText("No result is listed yet.").first().waitFor();
    here.site.api = (method, path) =>
      path.startsWith("/calls/") ? call : { data: [{ ...liveCall, call_id: "c1" }], count: 1 };
    await page.getByRole("button", { name: "Look for the call" }).click();
    await state(page, "done");
    assert.equal(dials().length, 1);
    // A second call needs another confirmation.
    await page.getByRole("button", { name: "Call again" }).click();
    await page.waitForTimeout(450);
    await page.getByRole("button", { name: "Yes, call now" }).click();
    await state(page, "redial");
    assert.equal(dials().length, 1);
    await page.waitForTimeout(450);
    here.site.api = () => ({ status: "initiated" });
    await page.getByRole("button", { name: "Yes, call again" }).click();
    await state(page, "placed");
    assert.equal(dials().length, 2);
  });

  it("says that no call was placed if the server refused", async () => {
    here.site.api = () => [403, { title: "Forbidden", detail: "Not yours" }];
    const page = await here.open(inProvider(button));
    await decide(page);
    await state(page, "refused");
    await page.getByText("You do not have access to this.").waitFor();
  });

  it("says that another tab is calling", async () => {
    here.site.api = (method) => (method === "POST" ? "hang" : call);
    const page = await here.open(inProvider(button));
    await decide(page);
    await state(page, "dialing");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.waitForFunction("window.isReady");
    await decide(other);
    await state(other, "pending");
    assert.equal(dials().length, 1);
  });

  it("continues after a move, and resets for another application", async () => {
    here.site.api = async (method) => {
      if (method !== "POST") return { ...liveCall };
      await new Promise((done) => setTimeout(done, 300));
      return { status: "initiated", call_id: "c1" };
    };
    const page = await here.open(inProvider(`<div id=a>${button}</div><div id=b></div>`));
    await decide(page);
    await state(page, "dialing");
    await page.evaluate(() =>
      document.querySelector("#b").append(document.querySelector("ninjahire-call-button")),
    );
    await state(page, "talking");
    await page
      .locator("ninjahire-call-button")
      .evaluate((element) => (element.applicationId = "a2"));
    await state(page, "idle");
  });

  it("is disabled without an application", async () => {
    const page = await here.open(inProvider("<ninjahire-call-button></ninjahire-call-button>"));
    assert.equal(await page.getByRole("button", { name: "Call now" }).isDisabled(), true);
  });
});
