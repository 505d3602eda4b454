// Runs before the first paint, so that the page does not flash in the wrong colours.
globalThis.applyDisplay = () => {
  const root = document.documentElement;
  root.dataset.theme = localStorage.getItem("display-theme") ?? "auto";
  root.dataset.dir = root.dir = localStorage.getItem("display-dir") ?? "ltr";
};
applyDisplay();
