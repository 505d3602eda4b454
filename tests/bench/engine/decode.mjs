/** From the bytes of an answer to validated objects. */

import * as v from "valibot";
import * as valibot from "../schemas/valibot.mjs";
import * as zod from "../schemas/zod.mjs";

const decoder = new TextDecoder();
const parse = (bytes) => JSON.parse(decoder.decode(bytes));

const schemas = { page: "ScreeningResults", call: "CallDetails" };

/** Functions without arguments, by name. The first is the baseline for the others. */
export function contestants(kind, bytes, ours) {
  const schema = schemas[kind];
  const decode = kind === "page" ? ours.decode.screeningResults : ours.decode.callDetails;
  return {
    "JSON.parse": () => parse(bytes),
    valibot: () => v.parse(valibot[schema], parse(bytes)),
    zod: () => zod[schema].parse(parse(bytes)),
    "ninjahire-calls": () => decode(bytes),
  };
}

/** The part that must be equal for all: the page without `request`, which only we add. */
export const comparable = ({ request: _, ...answer }) => answer;
