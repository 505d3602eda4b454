import { svg } from "lit";

const icon = (path: string) =>
  svg`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`;

export const icons = {
  search: () => icon("M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 4 4"),
  up: () => icon("m5 12.5 5-5 5 5"),
  down: () => icon("m5 7.5 5 5 5-5"),
  back: () => icon("m12 5-5 5 5 5"),
  on: () => icon("m8 5 5 5-5 5"),
  copy: () => icon("M7 7V4h9v9h-3M4 7h9v9H4z"),
  phone: () =>
    icon(
      "M6.5 3 8.6 7l-1.9 1.5a11 11 0 0 0 4.8 4.8L13 11.4l4 2.1-.6 3.1C9.200 17.500 2.500 10.800 3.400 3.600Z",
    ),
  save: () => icon("M10 3v9m-3.500-3.500L10 12l3.500-3.500M4 16h12"),
  caution: () => icon("M10 3.500 17.500 16.500h-15zM10 8.500v3.500m0 2.200v.1"),
};
