// Runs before the first paint, so that nothing flashes in the other colours.
globalThis.applyDisplay = () => {
  const root = document.documentElement;
  root.dataset.theme = localStorage.getItem("display-theme") ?? "auto";
  root.dataset.dir = root.dir = localStorage.getItem("display-dir") ?? "ltr";
};
applyDisplay();
