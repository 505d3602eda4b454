/** Finds the first difference between the results of two versions. */

import { inspect } from "node:util";
import { allowed } from "./allowed.mjs";
import { Fields } from "./fields.mjs";

/**
 * `undefined`, or `{ path, was, is }` of the first difference that no rule allows. It does not
 * recurse: values may be nested 10,000 levels deep.
 */
export function difference(was, is, rules = allowed) {
  const open = [{ was, is, at: undefined }];
  while (open.length > 0) {
    const { at, ...pair } = open.pop();
    if (Object.is(pair.was, pair.is)) continue;
    const before = normalise(pair.was, at, rules);
    const after = normalise(pair.is, at, rules);
    const differs = { at, was: before, is: after };
    if (kind(before) !== kind(after)) return found(differs);
    if (before instanceof Fields) {
      const names = [...before.keys()];
      const others = [...after.keys()];
      if (names.length !== others.length || names.some((name, index) => name !== others[index])) {
        return found({ at, was: names, is: others }, " (its fields)");
      }
      for (const name of names.reverse()) {
        const at_ = { key: name, parent: at };
        open.push({ was: before.get(name), is: after.get(name), at: at_ });
      }
    } else if (Array.isArray(before)) {
      if (before.length !== after.length) return found(differs);
      for (let index = before.length - 1; index >= 0; index--) {
        open.push({ was: before[index], is: after[index], at: { key: index, parent: at } });
      }
    } else if (!Object.is(before, after)) return found(differs);
  }
  return undefined;
}

function kind(value) {
  if (value instanceof Fields) return "object";
  if (Array.isArray(value)) return "array";
  return value === null ? "null" : typeof value;
}

function found({ at, was, is }, note = "") {
  const keys = [];
  for (let part = at; part; part = part.parent) keys.push(part.key);
  const path = keys
    .reverse()
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("");
  return { path: `${path || "."}${note}`, was, is };
}

function normalise(value, at, rules) {
  return rules.reduce((value, rule) => rule.apply(value, at), view(value));
}

/** An object as its fields, in their order. For other than plain objects, the fields include the class. */
function view(value) {
  if (typeof value === "function") return "(a function)";
  if (typeof value === "symbol") return String(value);
  if (
    typeof value !== "object" ||
    value === null ||
    value instanceof Fields ||
    Array.isArray(value)
  ) {
    return value;
  }
  const fields = new Fields();
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype) {
    fields.set("(class)", prototype?.constructor?.name ?? "none");
    const parent = prototype && Object.getPrototypeOf(prototype);
    fields.set("(extends)", parent?.constructor?.name ?? "none");
  }
  if (value instanceof Error || value instanceof DOMException) {
    fields.set("name", value.name);
    fields.set("message", value.message);
    if ("cause" in value) fields.set("cause", value.cause);
  }
  for (const key of Object.keys(value)) fields.set(key, value[key]);
  return fields;
}

/** The whole value, unless it is very long. The name says how to make it again. */
function shown(value) {
  const all = { depth: 12, maxArrayLength: null, maxStringLength: null };
  const text = inspect(value, all).replace(/\n *at .*(?=\n|$)/g, "");
  const most = 10_000;
  return text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;
}

/** Collects differences. `end` fails and prints the first of them completely. */
export class Differences {
  #found = [];
  #count = 0;
  compared = 0;
  #rules;

  constructor(rules = allowed) {
    this.#rules = rules;
  }

  /** `input` is printed to reproduce a difference. `rules` are additional rules for a named bug. */
  compare(name, was, is, { input, rules = [] } = {}) {
    this.compared += 1;
    const first = difference(was, is, [...rules, ...this.#rules]);
    if (!first) return;
    this.#count += 1;
    if (this.#found.length < 5) this.#found.push({ name, first, was, is, input });
  }

  get count() {
    return this.#count;
  }

  toString() {
    const texts = this.#found.map(({ name, first, was, is, input }) =>
      [
        `${name} differs at ${first.path}`,
        `  0.1: ${shown(first.was)}`,
        `  now: ${shown(first.is)}`,
        ...(input === undefined ? [] : [`  input: ${shown(input)}`]),
        `  0.1 in full: ${shown(was)}`,
        `  now in full: ${shown(is)}`,
      ].join("\n"),
    );
    const left = this.#count - this.#found.length;
    return [...texts, ...(left > 0 ? [`… and ${left} more`] : [])].join("\n\n");
  }

  /** Throws where there were differences, or where nothing was compared. */
  end(least = 1) {
    if (this.compared < least) throw new Error(`only ${this.compared} of ${least} were compared`);
    if (this.#count > 0) throw new Error(`${this.#count} of ${this.compared} differ\n\n${this}`);
  }
}
