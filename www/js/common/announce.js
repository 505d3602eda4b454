/** Says something once to those who do not see it. */
export function announce(text) {
  const region = document.querySelector("#announcements");
  region.textContent = text;
}
