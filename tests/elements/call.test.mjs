import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { call, liveCall, transcript } from "./helpers/calls.mjs";
import { inProvider, setUp, shows } from "./helpers/setup.mjs";

const here = setUp();
const card = inProvider('<ninjahire-call call-id="c1"></ninjahire-call>');
const withCall = async (page, value) => {
  await page.evaluate((value) => (document.querySelector("ninjahire-call").call = value), value);
  await shows(page, "ninjahire-call", "done");
};

describe("ninjahire-call", () => {
  it("shows all parts of a call, and questions with their scores in their original form", async () => {
    const page = await here.open(card);
    await shows(page, "ninjahire-call", "done");
    for (const text of [
      "Assessed",
      "84 of 100",
      "Score: 8/10",
      "Score: 7",
      "No answer was recorded.",
    ]) {
      await page.getByText(text, { exact: true }).first().waitFor();
    }
    assert.equal(await page.getByText("Relevant experience").count(), 1);
    assert.equal(
      (await page.getByRole("meter").count()) + (await page.getByRole("progressbar").count()),
      0,
    );
    assert.equal(await page.locator("audio").getAttribute("preload"), "metadata");
    assert.equal(await page.locator("[part~=section].transcript [part~=text]").count(), 7);
    assert.deepEqual(page.problems, []);
  });

  it("links a question to its evidence", async () => {
    const page = await here.open(card);
    await page
      .getByRole("button", { name: "Show in the transcript: When could you start?" })
      .click();
    assert.equal(
      await page.locator("[aria-current=true] [part~=text]").textContent(),
      "When could you start?",
    );
    assert.equal(await page.evaluate(() => CSS.highlights.get("ninjahire-match-current").size), 2);
    assert.equal(await page.getByRole("button", { name: /forklift/ }).count(), 0);
  });

  it("follows a live call, says its status once, and ends", async () => {
    let polls = 0;
    here.site.api = () =>
      ++polls < 3
        ? {
            ...liveCall,
            transcript: transcript
              .split("\n")
              .slice(0, polls + 1)
              .join("\n"),
          }
        : call;
    const page = await here.open(card);
    await page.evaluate(() => {
      window.events = [];
      for (const name of ["updated", "completed"])
        addEventListener(`ninjahire-call-${name}`, () => events.push(name));
    });
    await page.getByRole("log").waitFor();
    await page.getByText("In progress").waitFor();
    await page.getByText("84 of 100").waitFor();
    assert.equal(await page.getByRole("log").count(), 0);
    assert.equal(
      await page.evaluate(
        () => document.querySelector("ninjahire-call").shadowRoot.lastElementChild.textContent,
      ),
      "Call status: Completed",
    );
    assert.equal((await page.evaluate(() => events)).at(-1), "completed");
    const asked = here.site.requests.length;
    await page.waitForTimeout(1500);
    assert.equal(here.site.requests.length, asked);
  });

  it("stops polling when it leaves the page, and continues when it is back", async () => {
    here.site.api = () => liveCall;
    const page = await here.open(card);
    await shows(page, "ninjahire-call", "done");
    await page.evaluate(() => {
      window.element = document.querySelector("ninjahire-call");
      window.parent_ = element.parentElement;
      element.remove();
    });
    await page.waitForTimeout(300);
    const asked = here.site.requests.length;
    await page.waitForTimeout(2500);
    assert.equal(here.site.requests.length, asked);
    await page.evaluate(() => parent_.append(element));
    await page.waitForTimeout(500);
    assert.ok(here.site.requests.length > asked);
  });

  it("shows a call that the page gives it, and sends no request", async () => {
    const page = await here.open("<ninjahire-call></ninjahire-call>");
    await shows(page, "ninjahire-call", "empty");
    await withCall(page, call);
    await page.getByText("84 of 100").waitFor();
    assert.deepEqual(here.site.requests, []);
  });

  it("shows errors with a button to try again, also without a client", async () => {
    here.site.api = () => [403, { title: "No", detail: "not yours" }];
    const page = await here.open(card);
    await shows(page, "ninjahire-call", "error");
    await page.getByText("You do not have access to this.").waitFor();
    here.site.api = () => call;
    await page.getByRole("button", { name: "Try again" }).click();
    await shows(page, "ninjahire-call", "done");
    const lost = await here.open('<ninjahire-call call-id="c1"></ninjahire-call>');
    await shows(lost, "ninjahire-call", "error");
    await lost.locator("ninjahire-call").evaluate((element) => (element.baseUrl = "/api"));
    await shows(lost, "ninjahire-call", "done");
  });

  it("shows a skeleton of the final size while it loads", async () => {
    here.site.api = () => "hang";
    const page = await here.open(card);
    await shows(page, "ninjahire-call", "loading");
    assert.ok((await page.locator("[part=skeleton]").boundingBox()).height > 100);
  });

  it("masks contact details everywhere, also in exports", async () => {
    const page = await here.open("<ninjahire-call></ninjahire-call>", {
      context: { acceptDownloads: true },
    });
    await withCall(page, {
      ...call,
      call_digest: "Write to sam@example.com soon.",
      extra: "sam@example.com",
    });
    await page.getByRole("switch", { name: "Hide contact details" }).click();
    await page.getByText("2 places hidden").first().waitFor();
    const visible = await page.evaluate(() => {
      const text = (root) =>
        [...root.querySelectorAll("*")]
          .map((one) => (one.shadowRoot ? text(one.shadowRoot) : ""))
          .join("") + root.textContent;
      return text(document.querySelector("ninjahire-call").shadowRoot);
    });
    assert.doesNotMatch(visible, /sam@/);
    await page.locator("[part=export] summary").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Markdown" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "Screening call.md");
    const text = await readFile(await download.path(), "utf8");
    assert.match(text, /email/);
    assert.doesNotMatch(text, /sam@/);
    await page.getByRole("switch").click();
    await page.getByText("Write to sam@example.com soon.").waitFor();
  });

  it("masks what a question asks for, wherever it is in a long call", async () => {
    const page = await here.open("<ninjahire-call></ninjahire-call>");
    const asked = "BOT: What is your phone number?\nHUMAN: 5552671.";
    // Long work is cut into parts, and a question may be the last of one.
    const transcript = `${`${asked}\n`.repeat(60)}BOT: Thanks.\n${`${asked}\n`.repeat(60)}`;
    await withCall(page, { ...call, transcript, questions_response: null, call_digest: null });
    await page.getByRole("switch", { name: "Hide contact details" }).click();
    await page.getByText("120 places hidden").first().waitFor();
  });

  it("renews the link of a recording that cannot be played once, then on request", async () => {
    let polls = 0;
    here.site.policy = "";
    here.site.api = (_, path) =>
      path.endsWith(".wav")
        ? [404, {}]
        : { ...call, recording_url: `${here.site.url}/api/${++polls}.wav` };
    const page = await here.open(card);
    const source = (n) =>
      page.waitForFunction(
        (url) =>
          document
            .querySelector("ninjahire-call")
            .shadowRoot.querySelector("ninjahire-player")
            ?.media.src.endsWith(url),
        `/api/${n}.wav`,
      );
    await page.getByRole("button", { name: "Play", exact: true }).click();
    // The first renewal needs no request.
    await source(2);
    await page.getByText("Its link may have expired.").waitFor();
    await page.getByRole("button", { name: "Get a fresh link" }).click();
    await source(3);
  });

  it("several calls on a page share one client and send one request each", async () => {
    const page = await here.open(
      inProvider(
        '<ninjahire-call call-id="c1"></ninjahire-call><ninjahire-call call-id="c2"></ninjahire-call>',
      ),
    );
    await page.waitForFunction(
      () => document.querySelectorAll('ninjahire-call[state="done"]').length === 2,
    );
    assert.deepEqual(here.site.requests.sort(), ["GET /calls/c1", "GET /calls/c2"]);
  });

  it("finds a provider that is added later, and follows a changed id", async () => {
    const page = await here.open("<div id=a><ninjahire-call call-id=c1></ninjahire-call></div>");
    await shows(page, "ninjahire-call", "error");
    await page.evaluate(() => {
      const provider = document.createElement("ninjahire-provider");
      provider.client = new core.NinjaHireClient({ baseUrl: "/api" });
      provider.append(document.querySelector("ninjahire-call"));
      document.querySelector("#a").append(provider);
    });
    await shows(page, "ninjahire-call", "done");
    await page.evaluate(() =>
      document.querySelector("ninjahire-call").setAttribute("call-id", "c9"),
    );
    await page.waitForTimeout(300);
    assert.deepEqual(here.site.requests, ["GET /calls/c1", "GET /calls/c9"]);
  });
});

describe("ninjahire-provider", () => {
  it("provides its client to code as well", async () => {
    const page = await here.open('<ninjahire-provider base-url="/api"></ninjahire-provider>');
    const got = await page.evaluate(async () => {
      const provider = document.querySelector("ninjahire-provider");
      const { call_score } = await provider.client.getCallDetails("c1");
      const own = new core.NinjaHireClient({ baseUrl: "/api" });
      provider.client = own;
      return [call_score, provider.client === own];
    });
    assert.deepEqual(got, [84, true]);
  });

  it("makes one client from its options, including a token for the proxy", async () => {
    const page = await here.open(
      inProvider('<ninjahire-call call-id="c1"></ninjahire-call>').replace("/api", "/elsewhere"),
    );
    await page.evaluate(() => {
      const provider = document.querySelector("ninjahire-provider");
      provider.options = { token: () => "secret" };
      provider.baseUrl = "/api";
    });
    await shows(page, "ninjahire-call", "done");
    assert.deepEqual(
      here.site.requests.filter((one) => one.startsWith("GET /calls")),
      ["GET /calls/c1"],
    );
    assert.doesNotMatch(await page.content(), /secret/);
  });
});
