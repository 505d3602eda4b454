#!/usr/bin/env node
/** The command `ninjahire-calls-mock`: serves the test API on a port. */

import { parseArgs } from "node:util";
import { serveTestApi } from "./server.js";

const usage = `usage: ninjahire-calls-mock [options]

  --port N             default 8081; 0 takes any free one
  --base-path PATH     where the API is mounted: /api/ninjahire
  --no-key             replaces your proxy: needs no bearer key
  --key KEY            the only key that is accepted; default: any
  --results N          screening results from the start; default 30
  --seed N             the same seed gives the same world; default 1
  --ringing-ms N       from dialing to the first word; default 2000
  --talking-ms N       from the first word to the end of a call; default 20000
  --assessing-ms N     from its end to the assessment; default 3000
  --not-found-ms N     for how long a new call cannot be found; default 0

It prints {"url":"http://127.0.0.1:8081"} when it is ready, and rings no phone.
Control it with GET and POST below /__mock/: rings, requests, world, fault, next-dial, script, reset.`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new TypeError(`--${name} must be a whole number`);
  return Number(value);
}

try {
  const { values } = parseArgs({
    options: {
      port: text,
      "base-path": text,
      "no-key": flag,
      key: text,
      results: text,
      seed: text,
      "ringing-ms": text,
      "talking-ms": text,
      "assessing-ms": text,
      "not-found-ms": text,
      help: flag,
    },
  });
  if (values.help) {
    console.log(usage);
  } else {
    const number = (name: keyof typeof values) => wholeNumber(name, values[name] as string);
    const { url } = await serveTestApi({
      port: number("port") ?? 8081,
      basePath: values["base-path"],
      key: values["no-key"] ? null : values.key,
      results: number("results"),
      seed: number("seed"),
      script: {
        ringingMs: number("ringing-ms"),
        talkingMs: number("talking-ms"),
        assessingMs: number("assessing-ms"),
        notFoundMs: number("not-found-ms"),
      },
    });
    console.log(JSON.stringify({ url }));
  }
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`);
  process.exitCode = 1;
}
