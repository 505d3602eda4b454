import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { answer, results } from "./helpers/calls.mjs";
import { inProvider, setUp, shows } from "./helpers/setup.mjs";

const here = setUp();
const list = inProvider('<ninjahire-results job-id="j1"></ninjahire-results>');
const names = (page) => page.locator("[part=candidate]").allTextContents();

describe("ninjahire-results", () => {
  it("loads every page, best score first, and calls without an assessment last in both directions", async () => {
    const page = await here.open(list);
    await page.getByText("1–25 of 130").first().waitFor();
    const scores = async () =>
      (await page.locator("td[part=score]").allTextContents()).map((text) => text.trim());
    assert.deepEqual(
      await scores(),
      (await scores()).slice().sort((a, b) => b - a),
    );
    await page.getByRole("button", { name: "Score" }).click();
    assert.equal(
      await page.getByRole("columnheader", { name: "Score" }).getAttribute("aria-sort"),
      "ascending",
    );
    assert.match((await scores())[0], /^\d+$/);
    for (let at = 0; at < 5; at++) await page.getByRole("button", { name: "Next page" }).click();
    assert.equal((await scores()).at(-1), "Not assessed");
    assert.equal(here.site.requests.length, 2);
  });

  it("filters by status, searches by name and shows pages", async () => {
    const page = await here.open(list);
    await page.getByText("1–25 of 130").first().waitFor();
    await page.getByRole("searchbox").fill("fischer");
    await page.getByText("1–19 of 19").waitFor();
    await page.getByRole("searchbox").fill("");
    await page.getByRole("combobox", { name: "Status" }).selectOption("call_failed");
    await page.getByText("1–11 of 11").waitFor();
    await page.getByRole("combobox", { name: "Assessment" }).selectOption("call_success");
    await page.getByText("No result matches the filter.").waitFor();
  });

  it("selects by mouse and keyboard, and fires one event", async () => {
    const page = await here.open(list);
    await page.evaluate(() => {
      window.chosen = [];
      addEventListener("ninjahire-call-select", ({ detail }) => chosen.push(detail.result.call_id));
    });
    await page.locator("[part=candidate]").first().press("Enter");
    await page.locator("[part=row]").nth(1).locator("td").last().click();
    assert.equal((await page.evaluate(() => chosen)).length, 2);
    assert.equal(await page.locator("[part=row][aria-current=true]").count(), 1);
  });

  it("shows progress, keeps loaded results if a page fails, and tries again", async () => {
    let isBroken = true;
    let answerPage2;
    const page2 = new Promise((done) => (answerPage2 = done));
    here.site.api = async (method, path, query) => {
      if (query.get("page") === "2") {
        await page2;
        if (isBroken) return [403, { title: "No" }];
      }
      return answer(method, path, query);
    };
    const page = await here.open(list);
    await page.getByRole("progressbar", { name: "100 of 130 loaded" }).waitFor();
    answerPage2();
    await page.getByText("Not all results could be loaded.").waitFor();
    assert.equal((await names(page)).length, 25);
    isBroken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("1–25 of 130").first().waitFor();
    assert.equal(await page.getByRole("progressbar").count(), 0);
  });

  it("shows when it is empty, loading, or in error", async () => {
    here.site.api = () => ({ data: [], count: 0 });
    await shows(await here.open(list), "ninjahire-results", "empty");
    here.site.api = () => "hang";
    await shows(await here.open(list), "ninjahire-results", "loading");
    here.site.api = () => [401, { title: "No" }];
    const page = await here.open(list);
    await shows(page, "ninjahire-results", "error");
    await page.getByText("You are not signed in").waitFor();
  });

  it("exports the rows that are shown", async () => {
    const page = await here.open(list);
    await page.getByText("1–25 of 130").first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^j1 \d{4}-\d\d-\d\d\.csv$/);
  });

  it("sorts hundreds of rows quickly, and shows names from the page", async () => {
    const page = await here.open("<ninjahire-results page-size=500></ninjahire-results>");
    const ms = await page.evaluate(async (results) => {
      const element = document.querySelector("ninjahire-results");
      element.nameOf = ({ call_id }) => `Candidate ${call_id}`;
      element.results = results;
      await element.updateComplete;
      const start = performance.now();
      element.shadowRoot.querySelector("th button").click();
      await element.updateComplete;
      return performance.now() - start;
    }, results(500));
    assert.equal((await names(page))[0].trim(), "Candidate c0");
    assert.ok(ms < 2_000, `sorting 500 rows took ${ms} ms`);
  });

  /** Shows candidates with several calls. The server gives the date of each. */
  const several = async (page, properties = {}) => {
    await page.evaluate(async (properties) => {
      const element = document.querySelector("ninjahire-results");
      const one = (
        call_id,
        candidate_id,
        candidate_name,
        call_score,
        day,
        status = "completed",
      ) => ({
        call_id,
        candidate_id,
        candidate_name,
        call_score,
        call_status: `call_${status}`,
        ninjahire_intelligence: call_score === null ? null : "call_success",
        created_at: `2026-11-${day}T12:00:00Z`,
      });
      element.results = [
        one("a1", "A", "Ada", 90, "02"),
        one("b1", "B", "Ben", 70, "05"),
        one("a2", "A", "Ada", null, "09", "failed"),
        one("b2", "B", "Ben", 75, "01"),
        one("c1", "C", "Ben", 60, "03"),
      ];
      Object.assign(element, properties);
      await element.updateComplete;
    }, properties);
  };
  const cells = (page, selector) =>
    page
      .locator(selector)
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.children].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()),
        ),
      );

  it("groups the calls of a candidate: best score, last date, and whether the last call failed", async () => {
    const page = await here.open("<ninjahire-results></ninjahire-results>");
    await several(page);
    assert.deepEqual(await cells(page, "tr[part=row]"), [
      ["Ada 2 calls The last call failed", "90", "Assessed", "Nov 9, 2026", "Failed"],
      ["Ben B 2 calls", "75", "Assessed", "Nov 5, 2026", "Completed"],
      ["Ben C", "60", "Assessed", "Nov 3, 2026", "Completed"],
    ]);
    await page.getByRole("button", { name: "2 calls: Ada" }).click();
    assert.deepEqual(await cells(page, "tr[part=call]"), [
      ["Call 2", "Not assessed", "", "Nov 9, 2026", "Failed"],
      ["Call 1", "90", "Assessed", "Nov 2, 2026", "Completed"],
    ]);
    const chosen = page.evaluate(
      () =>
        new Promise((done) =>
          addEventListener("ninjahire-call-select", ({ detail }) => done(detail.result.call_id)),
        ),
    );
    await page.getByRole("button", { name: "Call 2: Ada" }).click();
    assert.equal(await chosen, "a2");
  });

  it("shows the breakdown of each call in an open row, with scores in their original form", async () => {
    const page = await here.open("<ninjahire-results></ninjahire-results>");
    await page.evaluate(() => {
      document.querySelector("ninjahire-results").results = [
        {
          call_id: "a1",
          candidate_name: "Ada",
          call_status: "call_completed",
          ninjahire_intelligence: "call_success",
          call_score: 90,
          call_summary: { Motivation: { score: "8/10" }, "Notice period": "Four weeks." },
        },
      ];
    });
    await page.getByRole("button", { name: "Breakdown: Ada" }).click();
    await page.locator("[part=category]").waitFor();
    const categories = await page.locator("[part=category]").allTextContents();
    assert.deepEqual(
      categories.map((text) => text.trim()),
      ["Motivation 8/10"],
    );
  });

  it("shows a skeleton while the page loads the results", async () => {
    const page = await here.open("<ninjahire-results loading></ninjahire-results>");
    await shows(page, "ninjahire-results", "loading");
    await page.evaluate(() => (document.querySelector("ninjahire-results").loading = false));
    await shows(page, "ninjahire-results", "empty");
  });

  it("says after hours that there is no news of a call, not that it is in progress", async () => {
    const page = await here.open("<ninjahire-results></ninjahire-results>");
    await page.evaluate(() => {
      document.querySelector("ninjahire-results").results = [
        {
          call_id: "a1",
          candidate_name: "Ada",
          call_status: "call_in_progress",
          ninjahire_intelligence: null,
          call_score: null,
          created_at: "2026-01-09T12:00:00Z",
        },
      ];
    });
    await page.getByText("No news since Jan 9, 2026").waitFor();
  });

  it("has custom columns that can be sorted, and the CSV has the same content as the table", async () => {
    const page = await here.open("<ninjahire-results ungrouped></ninjahire-results>");
    await several(page);
    await page.evaluate(() => {
      document.querySelector("ninjahire-results").columns = [
        { name: "city", label: "City", value: ({ call_id }) => (call_id > "b" ? "=Ulm" : "Aix") },
      ];
    });
    await page.getByRole("button", { name: "City" }).click();
    assert.equal((await cells(page, "tr[part=row]"))[0][1], "=Ulm");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
    assert.equal(lines[0], "\uFEFFCandidate,City,Score,Assessment,Date,Status");
    assert.equal(lines.length, 7);
    assert.match(lines[1], /^Ben,'=Ulm,\d+,Assessed,"Nov \d, 2026, .*",Completed$/);
    await page
      .getByText(/^Saved as/)
      .first()
      .waitFor();
  });

  it("can be sorted at every width, and nothing invisible takes the focus", async () => {
    const page = await here.open("<ninjahire-results></ninjahire-results>", {
      context: { viewport: { width: 320, height: 700 } },
    });
    await several(page);
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("candidate");
    await page.getByRole("button", { name: "Ascending" }).click();
    assert.match((await cells(page, "tr[part=row]"))[0][0], /^Ben/);
    assert.equal(await page.locator("thead button").first().isVisible(), false);
  });
});
