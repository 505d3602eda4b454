import { css } from "lit";

/** Colours, type and spacing for every element. */
export const tokens = css`
  :host {
    --_text: var(--ninjahire-text, light-dark(#1c2128, #e6e9ee));
    --_muted: var(--ninjahire-muted, light-dark(#5a6472, #a2adbb));
    --_surface: var(--ninjahire-surface, light-dark(#fff, #15181d));
    --_sunken: var(--ninjahire-sunken, light-dark(#f4f6f8, #1d2228));
    --_line: var(--ninjahire-border, light-dark(#dfe3e8, #323942));
    --_control: var(--ninjahire-control-border, light-dark(#868f9b, #6f7a87));
    --_accent: var(--ninjahire-accent, light-dark(#2456c7, #9dbcff));
    --_on-accent: var(--ninjahire-on-accent, light-dark(#fff, #0d1b3d));
    --_good: var(--ninjahire-positive, light-dark(#176b41, #74d3a1));
    --_care: var(--ninjahire-caution, light-dark(#825100, #f1c069));
    --_bad: var(--ninjahire-critical, light-dark(#ab1f19, #ffa198));
    --_radius: var(--ninjahire-radius, 10px);
    --_gap: var(--ninjahire-space, 1em);
    display: block;
    container-type: inline-size;
    color: var(--_text);
    font-family: var(--ninjahire-font, inherit);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([density="compact"]) {
    --_gap: var(--ninjahire-space, 0.65em);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  .quiet,
  .again bdi {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  summary {
    cursor: pointer;
    border-radius: 4px;
    min-block-size: 24px;
  }
  button,
  input,
  select,
  .menu summary {
    min-block-size: 2.25em;
    min-inline-size: 0;
    padding: 0.25em 0.8em;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.7);
    background: var(--_surface);
    font: inherit;
    font-size: 0.875em;
    color: inherit;
  }
  button,
  .menu summary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    border-color: var(--_line);
    font-weight: 600;
    cursor: pointer;
  }
  button:enabled:hover {
    box-shadow: inset 0 0 0 99em color-mix(in oklab, currentColor 8%, transparent);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  button.bare {
    border-color: transparent;
    background: none;
    color: var(--_muted);
  }
  button.icon {
    padding: 0;
    inline-size: 2.25em;
    flex: none;
  }
  /* Drawn with gradients, because a page's policy may forbid images. */
  select {
    max-inline-size: 100%;
    padding-inline-end: 2em;
    appearance: none;
    text-overflow: ellipsis;
    background-image:
      linear-gradient(45deg, transparent 50%, currentColor 50%),
      linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-position:
      right 1.05em center,
      right 0.75em center;
    background-size: 0.3em 0.3em;
    background-repeat: no-repeat;
  }
  select:dir(rtl) {
    background-position:
      left 0.75em center,
      left 1.05em center;
  }
  button.link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* The reader's current item: a bar at the start, and a tint. */
  [aria-current] {
    --_side: 3px;
    box-shadow: inset var(--_side) 0 var(--_accent);
    background: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
  }
  [aria-current]:dir(rtl) {
    --_side: -3px;
  }
  svg {
    inline-size: 1.1em;
    block-size: 1.1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .small {
    font-size: 0.8em;
  }
  .muted {
    color: var(--_muted);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .notice,
  .panel {
    display: grid;
    justify-items: start;
    gap: 0.5em;
    padding: var(--_gap);
    border-radius: var(--_radius);
  }
  /* The button is beside the message. */
  .notice {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.15em 1em;
    padding-block: calc(var(--_gap) * 0.6);
    background: var(--_sunken);
    border-inline-start: 3px solid var(--_tone, var(--_control));
  }
  .notice > :not(button) {
    grid-column: 1;
    max-inline-size: 100%;
  }
  .notice > button {
    grid-area: 1 / 2 / span 2;
  }
  .notice > button:last-child {
    grid-row: 1;
  }
  @container (inline-size < 24em) {
    .notice > button {
      grid-area: auto / 1;
      margin-block-start: 0.35em;
    }
  }
  .base > slot > .notice {
    margin: var(--_gap);
  }
  .pad {
    padding: calc(var(--_gap) * 0.5) var(--_gap);
  }
  .end {
    margin-inline-start: auto;
  }
  .none {
    padding: calc(var(--_gap) * 2) var(--_gap);
    text-align: center;
    color: var(--_muted);
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.1em 0.6em;
    border-radius: 1em;
    background: color-mix(in oklab, currentColor 10%, var(--_surface));
    color: var(--_tone, var(--_muted));
    font-size: 0.8em;
    font-weight: 600;
    max-inline-size: 100%;
  }
  .pill::before {
    content: "";
    border: 0.25em solid;
    border-radius: 50%;
  }
  .good {
    --_tone: var(--_good);
  }
  .care {
    --_tone: var(--_care);
  }
  .bad {
    --_tone: var(--_bad);
  }
  .live {
    --_tone: var(--_accent);
  }
  /* A score in its original form. */
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.1em 0.6em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    background: var(--_sunken);
    font-size: 0.8em;
    font-weight: 600;
  }
  .dial {
    stroke-width: 5;
    stroke: var(--_accent);
  }
  .track {
    stroke: var(--_line);
  }
  .bone {
    display: block;
    block-size: 0.8em;
    margin-block: 0.5em;
    border-radius: 1em;
    background: var(--_line);
  }
  .bone:nth-child(3n) {
    inline-size: 72%;
  }
  .bone:nth-child(4n + 2) {
    inline-size: 90%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .live::before,
    .live > svg,
    .bone {
      animation: breathe 1s infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  }
  @media (forced-colors: active) {
    .notice,
    .pill,
    .bone {
      border: 1px solid;
    }
    button:disabled {
      opacity: 1;
    }
    select {
      padding-inline-end: 0.8em;
      appearance: auto;
    }
    .dial {
      stroke: CanvasText;
    }
    .track {
      stroke: GrayText;
      stroke-width: 1;
    }
    [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
