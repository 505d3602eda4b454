"use client";

import "ninjahire-calls/elements";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { useEffect } from "react";
import { exerciseInPage } from "../page.mjs";

export function Call() {
  useEffect(() => void exerciseInPage(lib, reading), []);
  return null;
}
