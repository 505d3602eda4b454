import { css } from "lit";

export const transcriptStyles = css`
  .base {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 0.5);
  }
  .tools {
    justify-content: space-between;
  }
  .find {
    display: flex;
    flex: 1 1 16em;
    align-items: center;
    gap: 0.5em;
    max-inline-size: 30em;
  }
  .field {
    position: relative;
    display: flex;
    flex: 1;
    min-inline-size: 6em;
    align-items: center;
  }
  .field > svg {
    position: absolute;
    inset-inline-start: 0.6em;
    color: var(--_muted);
    pointer-events: none;
  }
  .field input {
    inline-size: 100%;
    padding-inline: 2.2em;
  }
  .count {
    min-inline-size: 4.5em;
  }
  .scroller {
    max-block-size: var(--ninjahire-transcript-height, min(36em, 80vh));
    overflow: auto;
    border-radius: calc(var(--_radius) * 0.7);
  }
  .scroller:focus-visible,
  .turn:focus-visible {
    outline-offset: -2px;
  }
  .long > .chunk {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--chunk-height);
  }
  .turn {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.25em calc(var(--_gap) * 0.6);
    margin-block-start: calc(var(--_gap) * 0.25);
    border-radius: 4px;
  }
  .again {
    margin-block-start: 0;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5em;
    font-size: 0.8em;
    color: var(--_muted);
  }
  bdi {
    font-weight: 600;
  }
  .human bdi {
    color: var(--_accent);
  }
  .time,
  .anchor {
    min-block-size: 24px;
    padding: 0 0.3em;
    border: 0;
    background: none;
    color: var(--_muted);
    font-size: 1em;
    font-weight: 400;
    line-height: 24px;
  }
  button.time {
    text-decoration: underline;
  }
  .again .time {
    padding-inline-start: 0;
  }
  .anchor {
    margin-inline-start: auto;
    text-decoration: none;
  }
  @media (hover: hover) {
    .turn:not(:hover, :focus-within) .anchor {
      opacity: 0;
    }
  }
  .text {
    max-inline-size: 68ch;
    white-space: pre-wrap;
    overflow: clip;
    overflow-clip-margin: 0.5em;
  }
  .match:not([aria-current]) {
    outline: 1px dashed var(--_care);
  }
  @container (inline-size >= 40em) {
    .turn {
      grid-template-columns: 9em minmax(0, 1fr);
      gap: 0 1em;
    }
    /* All times are in one column, whoever speaks. */
    .who {
      flex-wrap: nowrap;
      padding-block-start: 0.15em;
    }
    .who bdi {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: break-word;
    }
    .again .time {
      margin-inline-start: auto;
    }
    .anchor {
      position: absolute;
      inset-block-start: 0.25em;
      inset-inline-end: 0.25em;
      background: var(--_surface);
    }
    @media (hover: none) {
      .turn {
        padding-inline-end: 2.5em;
      }
    }
  }
  .latest {
    position: absolute;
    inset-block-end: 0.75em;
    justify-self: center;
    box-shadow: 0 2px 10px rgb(0 0 0 / 0.2);
  }
  ::highlight(ninjahire-match) {
    background-color: var(--ninjahire-match, Mark);
    color: var(--ninjahire-match-text, MarkText);
  }
  ::highlight(ninjahire-match-current) {
    background-color: var(--ninjahire-match-current, var(--_accent));
    color: var(--ninjahire-match-current-text, var(--_on-accent));
    text-decoration: underline;
  }
  @media (forced-colors: active) {
    ::highlight(ninjahire-match-current) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    button.time {
      text-decoration: none;
    }
    .tools,
    .anchor,
    .latest {
      display: none;
    }
    .scroller {
      max-block-size: none;
    }
    .long > .chunk {
      content-visibility: visible;
    }
  }
`;
