import { css } from "lit";

export const callStyles = css`
  .base {
    padding-block: calc(var(--_gap) * 0.25);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_gap);
    padding: var(--_gap);
  }
  .title {
    margin-block-end: 0.5em;
    font-size: 1.15em;
    font-weight: 600;
  }
  .score {
    display: flex;
    align-items: center;
    gap: 0.5em;
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
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .section {
    padding: var(--_gap);
  }
  .heading {
    margin-block-end: 0.5em;
    font-weight: 600;
  }
  .prose {
    max-inline-size: 68ch;
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  .rows {
    display: grid;
    gap: var(--_gap);
    list-style: none;
  }
  .rows b {
    flex: 1;
    min-inline-size: 8em;
    font-weight: 600;
  }
  /* In whatever direction its words are, each starts where its heading does. */
  .prose,
  .rows [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .rows .prose {
    color: var(--_muted);
  }
  .apart {
    align-items: baseline;
  }
  audio {
    display: block;
    inline-size: 100%;
    margin-block-end: 0.5em;
  }
  @container (inline-size >= 58em) {
    .two {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
    .two > :last-child {
      border-inline-start: 1px solid var(--_line);
    }
  }
  @media print {
    .tools {
      display: none;
    }
  }
`;
