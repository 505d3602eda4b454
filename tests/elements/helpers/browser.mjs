import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Headless Chromium: `CHROME`, or where it usually is. */
export function openChromium(args = []) {
  return chromium.launch({
    executablePath: process.env.CHROME ?? places.find(existsSync),
    args: ["--no-sandbox", ...args],
  });
}
