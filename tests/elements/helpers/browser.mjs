import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const usualPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts headless Chromium from `CHROME` or a usual path. */
export function openChromium(args = []) {
  return chromium.launch({
    executablePath: process.env.CHROME ?? usualPaths.find(existsSync),
    args: ["--no-sandbox", ...args],
  });
}
