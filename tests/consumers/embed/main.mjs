// This module has the page's origin. The package's modules have another one, as in README.
const { packageAt } = document.querySelector("meta[name=package]").dataset;
const [lib, reading, { exerciseInPage }] = await Promise.all([
  import(`${packageAt}/embed.js`),
  import(`${packageAt}/reading/index.js`),
  import("./page.mjs"),
]);
exerciseInPage(lib, reading);
