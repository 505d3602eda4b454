// Ratios against the obvious alternatives, in one run: absolute times are noise.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
const nh = await import(pathToFileURL(resolve(root, "index.node.js")).href);
await nh.init();

/** The quickest of many runs, in milliseconds: what is not noise. */
function quickest(work, rounds = 30) {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function compare(name, ours, theirs, work, alternative) {
  const [a, b] = [quickest(work), quickest(alternative)];
  console.log(
    `${name}: ${ours} takes ${(a / b).toFixed(2)} × the time of ${theirs} (${a.toFixed(1)} ms, ${b.toFixed(1)} ms)`,
  );
}

const transcript = Array.from(
  { length: 120 },
  (_, turn) =>
    `${turn % 2 ? "HUMAN" : "BOT"}: ${"Well, in my last position I was responsible for the night shift. ".repeat(3)}`,
).join("\n");
const listing = new TextEncoder().encode(
  JSON.stringify({
    count: 100,
    data: Array.from({ length: 100 }, (_, place) => ({
      call_id: `0c9f${place}`,
      call_status: "call_completed",
      call_score: place,
      call_summary: { Skills: { score: 8, summary: "Solid." } },
      transcript,
      questions_response: JSON.stringify([{ question: "Why?", response: "Because.", score: 7 }]),
    })),
  }),
);
const decoder = new TextDecoder();
compare(
  `a listing of 100 results, ${(listing.length / 1e6).toFixed(1)} MB`,
  "decode.screeningResults",
  "JSON.parse alone",
  () => nh.decode.screeningResults(listing),
  () => JSON.parse(decoder.decode(listing)),
);

const long = `${transcript}\n`.repeat(200);
compare(
  `a transcript of ${(long.length / 1e6).toFixed(1)} MB`,
  "parseTranscript",
  "a regex that knows two labels",
  () => nh.parseTranscript(long),
  () =>
    [...long.matchAll(/^(BOT|HUMAN): ([\s\S]*?)(?=^(?:BOT|HUMAN): |$(?![\s\S]))/gm)].map(
      (match) => ({ role: match[1], text: match[2].trim() }),
    ),
);
