const lib = require("ninjahire-calls");
const reading = require("ninjahire-calls/reading");
require("ninjahire-calls/elements");
require("ninjahire-calls/proxy");

async function main() {
  const { exercise } = await import("./exercise.mjs");
  console.log(JSON.stringify(await exercise(lib, reading, JSON.parse(process.env.SETTINGS))));
}
main();
