// On the page's own origin; the package's modules come from another one, as in README.
const { packageAt } = document.querySelector("meta[name=package]").dataset;
const [lib, reading, { exerciseInPage }] = await Promise.all([
  import(`${packageAt}/embed.js`),
  import(`${packageAt}/reading/index.js`),
  import("./page.mjs"),
]);
exerciseInPage(lib, reading);
