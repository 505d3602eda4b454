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
  caution: "m10 3 8 14H2zM10 8v4m0 2v1",
};

export function icon(name: keyof typeof paths): unknown {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${paths[name]} /></svg>`;
}
