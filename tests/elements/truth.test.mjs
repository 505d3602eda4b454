/** The messages of a page are true while requests fail or take long. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answer, call, liveCall } from "./helpers/calls.mjs";
import { inProvider, setUp, shows } from "./helpers/setup.mjs";

const here = setUp();
const card = inProvider('<ninjahire-call call-id="c1"></ninjahire-call>');
const hours = (n) => new Date(Date.now() - n * 3_600_000).toISOString();

async function withCall(value, properties = {}) {
  const page = await here.open("<ninjahire-call></ninjahire-call>");
  await page.evaluate(
    ([value, properties]) =>
      Object.assign(document.querySelector("ninjahire-call"), { call: value, ...properties }),
    [value, properties],
  );
  await shows(page, "ninjahire-call", "done");
  return page;
}

describe("a service that does not answer", () => {
  for (const [name, body, element, fault] of [
    ["a call", card, "ninjahire-call", [503, {}]],
    [
      "results",
      inProvider('<ninjahire-results job-id="j1"></ninjahire-results>'),
      "ninjahire-results",
      "hang",
    ],
  ]) {
    it(`${name}: says so after five seconds, and tries again on request`, async () => {
      here.site.api = () => fault;
      const page = await here.open(body);
      await shows(page, element, "loading");
      await page.getByText("The service is not answering. Still trying.").waitFor();
      assert.equal(await page.locator("[part=skeleton]").count(), 1);
      here.site.api = answer;
      await page.getByRole("button", { name: "Try now" }).click();
      await shows(page, element, "done");
      assert.equal(await page.getByText("not answering").count(), 0);
    });
  }

  it("a followed call says so when its client does, and keeps its content", async () => {
    const page = await here.open("<ninjahire-call call-id=c1></ninjahire-call>");
    await page.evaluate(async (live) => {
      await core.init();
      const changed = { status: true, transcript: "appended", firstNewTurn: 0 };
      const update = { call: live, newTurns: [], changed };
      document.querySelector("ninjahire-call").client = {
        async *watchCall() {
          yield update;
          await new Promise((done) => (window.lose = done));
          yield { ...update, stale: { sinceMs: 6000, error: new TypeError("offline") } };
          await new Promise((done) => (window.find = done));
          yield update;
          await new Promise(() => {});
        },
      };
    }, liveCall);
    await shows(page, "ninjahire-call", "done");
    await page.evaluate(() => lose());
    await page.getByText("The service is not answering. Still trying.").waitFor();
    await page.getByText("In progress").waitFor();
    await page.evaluate(() => find());
    await page.getByText("not answering").waitFor({ state: "detached" });
  });
});

describe("the state of a call", () => {
  it("in progress for hours: shows since when there is no news, and does not pulse", async () => {
    const page = await withCall({ ...liveCall, started_at: hours(30) });
    const pill = page.locator("[part~=status]").first();
    assert.match(await pill.textContent(), /No news since/);
    assert.doesNotMatch(await pill.getAttribute("class"), /live/);
  });

  it("in progress for minutes: shows for how long", async () => {
    const page = await withCall({ ...liveCall, started_at: hours(0.05) });
    assert.match(await page.getByRole("timer").textContent(), /^3:0\d$/);
    await page.getByText("In progress").waitFor();
  });

  it("it waits one day for an assessment", async () => {
    const unassessed = { ...call, call_score: null, ninjahire_intelligence: null };
    const recent = await withCall({ ...unassessed, ended_at: hours(1) });
    await recent.getByText("Being assessed…").waitFor();
    const old = await withCall({ ...unassessed, ended_at: hours(25) });
    await old.getByText("Not assessed").waitFor();
    const given = await withCall(unassessed, { callDate: hours(1) });
    await given.getByText("Being assessed…").waitFor();
  });

  it("is shown once", async () => {
    const page = await withCall(call);
    assert.equal(await page.locator("header [part~=pill]").count(), 1);
  });

  it("inferred evidence is marked as inferred", async () => {
    const page = await withCall({
      ...call,
      questions_response: JSON.stringify([
        {
          question: "What does the person think of working under pressure?",
          response: "Six years, the last three with a team of twelve people at a packaging plant.",
        },
      ]),
    });
    await page.getByRole("button", { name: /inferred from the recorded answer/ }).waitFor();
    assert.match(await page.locator("[part=said]").textContent(), /packaging plant/);
  });

  it("an assessment that arrives does not move what is being read", async () => {
    for (const width of [1280, 400]) {
      let isOver = false;
      here.site.api = () => (isOver ? { ...call, recording_url: null } : liveCall);
      const page = await here.open(card, { context: { viewport: { width, height: 900 } } });
      await page.getByText("In progress").waitFor();
      await page.waitForTimeout(800);
      const read = page.locator("header, ninjahire-picture, .turn");
      const positions = () =>
        read.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      const before = await positions();
      // The header, the picture and three turns.
      assert.equal(before.length, 5);
      isOver = true;
      await page.getByText("84 of 100").waitFor();
      await page.getByText("Show in the transcript").first().waitFor();
      const after = await positions();
      assert.deepEqual(after.slice(0, before.length), before, `at ${width} px`);
    }
  });
});

describe("missing parts", () => {
  it("of a call that is being assessed: shows that they may still arrive", async () => {
    here.site.api = () => ({ ...liveCall, call_status: "call_completed" });
    const page = await here.open(card);
    await page.getByText("Being assessed").waitFor();
    await page.getByText("What comes of the call appears here.").waitFor();
    assert.equal(await page.getByText("Nothing was assessed in this call.").count(), 0);
  });

  it("of a failed call: leave no empty columns", async () => {
    here.site.api = () => ({ ...liveCall, call_status: "call_failed", transcript: null });
    const page = await here.open(card, { context: { viewport: { width: 1440, height: 900 } } });
    await page.getByText("There is no transcript.").waitFor();
    const columns = page.locator("ninjahire-call .columns");
    const [findings, record] = await columns.evaluate((one) =>
      [...one.children].map((child) => child.getBoundingClientRect().left),
    );
    assert.equal(findings, record);
  });
});

describe("refusals", () => {
  it("a call button shows the server's reason", async () => {
    here.site.api = () => [
      403,
      { title: "Forbidden", detail: "Calls are allowed from 9 to 18 only." },
    ];
    const page = await here.open(
      inProvider('<ninjahire-call-button application-id="a1"></ninjahire-call-button>'),
    );
    await page.getByRole("button", { name: "Call now" }).click();
    await page.waitForTimeout(450);
    await page.getByRole("button", { name: "Yes, call now" }).click();
    await shows(page, "ninjahire-call-button", "refused");
    assert.equal(
      await page.locator("[part=reason]").textContent(),
      "Calls are allowed from 9 to 18 only.",
    );
  });

  it("a call that the user may not see shows the server's reason", async () => {
    here.site.api = () => [403, { detail: "Only the hiring team sees this." }];
    const page = await here.open(card);
    await page.getByText("Only the hiring team sees this.").first().waitFor();
  });

  it("a button that cannot place a call says why", async () => {
    const page = await here.open(
      inProvider(
        "<ninjahire-call-button></ninjahire-call-button><ninjahire-call-button application-id=a disabled></ninjahire-call-button><ninjahire-call-button application-id=a disabled disabled-reason='Not before 9 o’clock.'></ninjahire-call-button>",
      ),
    );
    assert.deepEqual(await page.locator("[part=hint]").allTextContents(), [
      "There is no application to call.",
      "Calling is turned off here.",
      "Not before 9 o’clock.",
    ]);
  });

  it("elapsed time runs while the phone rings and during the call", async () => {
    here.site.api = (method) =>
      method === "POST" ? { status: "initiated", call_id: "c1" } : { ...liveCall, transcript: "" };
    const page = await here.open(
      inProvider('<ninjahire-call-button application-id="a1"></ninjahire-call-button>'),
    );
    await page.getByRole("button", { name: "Call now" }).click();
    await page.waitForTimeout(450);
    await page.getByRole("button", { name: "Yes, call now" }).click();
    await shows(page, "ninjahire-call-button", "ringing");
    await page.getByText("0:02").waitFor();
    here.site.api = () => liveCall;
    await shows(page, "ninjahire-call-button", "talking");
    await page.getByText("0:01").waitFor();
  });
});

describe("frames", () => {
  const framed = async (host, attributes = "", style = "") => {
    here.site.policy = "";
    const inner = here.site.page(
      inProvider(
        `<ninjahire-call-button application-id="a1" ${attributes}></ninjahire-call-button>`,
      ),
    );
    const { port } = new URL(here.site.url);
    const page = await here.open(
      `<iframe src="http://${host}:${port}${inner}" style="width:600px;height:300px;${style}"></iframe>`,
    );
    page.warnings = [];
    page.on("console", (message) => page.warnings.push(message.text()));
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "Call now" }).waitFor();
    return { page, button: frame.locator("ninjahire-call-button") };
  };
  const ask = (button) => button.evaluate((element) => element.ask());
  const state = (button) => button.getAttribute("state");

  it("of another site: asks only after it was visible for a moment", async () => {
    const { page, button } = await framed("localhost");
    await ask(button);
    await page.waitForTimeout(50);
    assert.equal(await state(button), "idle");
    await page.waitForTimeout(1500);
    await ask(button);
    await page.waitForTimeout(50);
    assert.equal(await state(button), "confirm");
  });

  it("of another site, transparent: never asks", async () => {
    const { page, button } = await framed("localhost", "", "opacity:0.01");
    await page.waitForTimeout(1500);
    await ask(button);
    await page.waitForTimeout(50);
    assert.equal(await state(button), "idle");
  });

  it("of the same site, or allowed by the page: asks at once", async () => {
    for (const [host, attributes] of [
      ["127.0.0.1", ""],
      ["localhost", "allow-framing"],
    ]) {
      const { page, button } = await framed(host, attributes);
      await ask(button);
      await page.waitForTimeout(50);
      assert.equal(await state(button), "confirm");
    }
  });
});
