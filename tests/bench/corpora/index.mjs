/** The inputs of the benchmarks: bodies of answers and transcripts, by name. */

import { random } from "../../proxy/helpers/relay.mjs";
import { callDetails, callOfTurns, screeningResults } from "./calls.mjs";
import { transcript } from "./conversation.mjs";
import { ascii, mixed } from "./prose.mjs";

const seed = 20_261_126;

const scripts = { ascii, mixed };

const makers = {
  page: (languages) => screeningResults(random(seed), languages, 100, 2_400_000),
  call: (languages) => callDetails(random(seed), languages, 50_000),
  longCall: (languages) => callDetails(random(seed), languages, 200_000),
  hugeCall: (languages) => callOfTurns(random(seed), languages, 10_000),
  turns: (languages) => transcript(random(seed), languages, 1_000_000),
};

/** `page`, `call`, `turns`, `longCall` (200 kB) or `hugeCall` (10,000 turns), in `ascii` or `mixed` scripts, as UTF-8. */
export const corpus = (kind, script) => Buffer.from(makers[kind](scripts[script]));
