import { html } from "lit";

const paths = {
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4-2 4 4",
  up: "m5 12 5-5 5 5",
  down: "m5 8 5 5 5-5",
  back: "m12 5-5 5 5 5",
  on: "m8 5 5 5-5 5",
  copy: "M7 7V4h9v9h-3M4 7h9v9H4z",
  phone: "m7 3 2 4-2 2a11 11 0 0 0 4 4l2-2 4 2-1 4C9 17 3 11 3 4Z",
  save: "M10 3v9m-4-4 4 4 4-4M4 16h12",
  play: "m6 4 10 6-10 6z",
  pause: "M7 4v12M13 4v12",
  tenBack: "M10 4a6.5 6.5 0 1 1-6 4M4 3v5h5",
  tenOn: "M10 4a6.5 6.5 0 1 0 6 4M16 3v5h-5",
  link: "M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2",
  keys: "M3 6h14v8H3zM6 9v0M10 9v0M14 9v0M7 12h6",
  caution: "m10 3 8 14H2zM10 8v4m0 2v1",
};

export function icon(name: keyof typeof paths): unknown {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${paths[name]} /></svg>`;
}
