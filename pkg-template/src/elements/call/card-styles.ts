import { css } from "lit";

export const cardStyles = css`
  ninjahire-transcript {
    --ninjahire-transcript-height: var(--_height);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_gap);
    padding: var(--_gap);
  }
  /* Whether the score is beside it depends only on the width, and not on the text, which changes. */
  .head > :first-child {
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .title {
    margin-block-end: 0.5em;
    font-size: 1.15em;
    font-weight: 600;
  }
  .facts {
    min-block-size: 1.8em;
  }
  /* The final height, so that a score does not move what is below. */
  .score {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-inline-size: 8.5em;
    min-block-size: 3.2em;
  }
  .score p > * {
    display: block;
  }
  .dial {
    inline-size: 3em;
    block-size: 3em;
  }
  .tools {
    border-block: 1px solid var(--_line);
    background: var(--_sunken);
  }
  .switch {
    margin-inline-start: -0.8em;
  }
  .switch i {
    inline-size: 2.1em;
    block-size: 1.2em;
    border: 2px solid var(--_control);
    border-radius: 1em;
  }
  .switch i::before {
    content: "";
    display: block;
    inline-size: 0;
    margin: 0.15em;
    border: 0.3em solid;
    border-radius: 50%;
  }
  .switch[aria-checked="true"] i {
    border-color: var(--_accent);
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .switch[aria-checked="true"] i::before {
    margin-inline-start: auto;
  }
  .menu {
    position: relative;
  }
  .menu .list {
    position: absolute;
    z-index: 1;
    inset-inline-end: 0;
    display: grid;
    min-inline-size: 8em;
    padding: 0.25em;
    box-shadow: 0 2px 10px rgb(0 0 0 / 0.2);
  }
  .list button {
    justify-content: start;
    color: var(--_text);
  }
  /* During a live call, the results appear below what is being read. */
  .wasLive .findings {
    order: 1;
  }
  /* The final height. */
  ninjahire-picture:not(:defined) {
    display: block;
    block-size: 8.4em;
  }
  .record > div {
    display: flex;
    flex-direction: column;
  }
  /* A recording that appears at the end of a call is placed below. */
  .wasLive .recording {
    order: 1;
  }
  .section {
    padding: var(--_gap);
    scroll-margin-block-start: var(--_top);
  }
  .heading {
    margin-block-end: 0.5em;
    font-weight: 600;
  }
  /* A player has a label already. */
  .recording > .heading {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .transcript {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: center;
    gap: 0.5em 1em;
  }
  .transcript > .heading {
    margin: 0;
  }
  .review {
    min-block-size: 2.25em;
  }
  .columns:not(.wasLive) .recording + .transcript {
    padding-block-start: 0;
  }
  .contents {
    gap: 0 1em;
    padding: calc(var(--_gap) * 0.5) var(--_gap);
    border-block-end: 1px solid var(--_line);
  }
  .contents button {
    min-block-size: 2em;
  }
  .contents button:not(:hover) {
    text-decoration: none;
  }
  .outline > .heading {
    color: var(--_muted);
  }
  .outline .bone {
    opacity: 0.6;
    animation: none;
  }
  .facts > .small:not(:last-child)::after {
    content: "·";
    margin-inline-start: 0.5em;
  }
  /* After an error, the call may not be live any more. */
  .head:has(~ .pad [part="error"]) .live::before {
    animation: none;
  }
  .flip:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .bad:not(.notice) {
    color: var(--_bad);
  }
  [part~="silence"] {
    margin: calc(var(--_gap) * 0.5) var(--_gap);
  }
  /* The buttons from question to question are beside the heading. */
  @container (inline-size >= 30em) {
    .transcript {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .transcript > .heading {
      line-height: 2.25em;
    }
    .transcript > .review {
      justify-content: end;
    }
    .transcript > :not(.heading, .review) {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size >= 58em) {
    .wasLive .findings {
      order: 0;
    }
    .record {
      border-inline-start: 1px solid var(--_line);
    }
    .record > div {
      position: sticky;
      inset-block-start: var(--_top);
    }
  }
  /* A call without results or a transcript would have two empty columns. */
  .columns:has(.nothing):has(ninjahire-transcript[state="empty"]) {
    grid-template-columns: minmax(0, 1fr);
    text-align: center;
  }
  .columns:has(.nothing):has(ninjahire-transcript[state="empty"]) .record {
    border: 0;
  }
  .columns:has(.nothing) .transcript:has(ninjahire-transcript[state="empty"]) > .heading {
    display: none;
  }
  .recording > .notice {
    margin-block-start: 0.5em;
  }
  .hiding {
    visibility: hidden;
  }
  @media print {
    .tools,
    .contents,
    .review,
    .recording {
      display: none;
    }
  }
`;
