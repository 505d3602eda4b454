import { css } from "lit";

export const callStyles = css`
  :host {
    --_bot: var(--ninjahire-bot, var(--_muted));
    --_human: var(--ninjahire-human, var(--_accent));
    --_top: var(--ninjahire-sticky-top, 0px);
    --_height: var(--ninjahire-transcript-height, max(20em, calc(100vh - var(--_top) - 25em)));
  }
  ninjahire-transcript {
    --ninjahire-transcript-height: var(--_height);
  }
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
  .facts {
    min-block-size: 1.8em;
  }
  /* As high as it will be, so that a score does not move what is below. */
  .score {
    display: flex;
    align-items: center;
    gap: 0.5em;
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
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  /* What came of it comes below what is being read. */
  .wasLive .findings {
    order: 1;
  }
  .bones {
    display: block;
    padding: var(--_gap);
  }
  .short .bone {
    inline-size: 12em;
    max-inline-size: 100%;
  }
  .record > div {
    display: flex;
    flex-direction: column;
  }
  /* A recording that comes at the end of a call comes below. */
  .wasLive .recording {
    order: 1;
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
  .prose + .prose {
    margin-block-start: 0.6em;
  }
  .question {
    padding: 0.5em;
    margin: -0.5em;
    border-radius: calc(var(--_radius) * 0.7);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.1em 0.6em;
    border: 1px solid var(--_line);
    border-radius: 2em;
    background: var(--_sunken);
    font-size: 0.8em;
    font-weight: 600;
  }
  .bar {
    inline-size: 3em;
    block-size: 0.5em;
    stroke: none;
    fill: var(--_accent);
  }
  .bar .track {
    fill: var(--_line);
  }
  q {
    quotes: none;
    font-style: italic;
  }
  .quote {
    border-radius: 2px;
    color: var(--_accent);
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  /* Two lines and a link, whether they are there yet or not. */
  .found {
    min-block-size: 1.9em;
    margin-block-start: 0.4em;
  }
  .said {
    margin: 0;
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid var(--_human);
  }
  .said p {
    display: -webkit-box;
    overflow: hidden;
    font-style: italic;
    text-align: match-parent;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .picture {
    display: grid;
    gap: 0.35em;
  }
  .legend {
    gap: 0.25em 1em;
  }
  .share {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .share i {
    inline-size: 0.8em;
    block-size: 0.8em;
    border-radius: 2px;
    background: var(--_care);
  }
  .share.bot i {
    background: var(--_bot);
  }
  .share.human i {
    background: var(--_human);
  }
  .strip {
    cursor: pointer;
    border-radius: 4px;
    background: var(--_sunken);
    touch-action: pan-y;
  }
  .strip svg {
    display: block;
    inline-size: 100%;
    block-size: 2.75em;
    stroke: none;
    fill: var(--_care);
  }
  .strip:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .strip .bot {
    fill: var(--_bot);
  }
  .strip .human {
    fill: var(--_human);
  }
  .strip .tick {
    fill: var(--_text);
    opacity: 0.45;
  }
  .strip .now {
    opacity: 1;
  }
  .strip .at {
    fill: var(--_bad);
  }
  .markers {
    gap: 0.25em;
  }
  .marker {
    min-block-size: 26px;
    min-inline-size: 26px;
    padding: 0 0.4em;
    border-radius: 2em;
    font-size: 0.8em;
  }
  .named {
    overflow: hidden;
    block-size: 1.5em;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .review {
    margin-block: 0.35em;
    padding-block: 0.35em;
    border-block-start: 1px solid var(--_line);
  }
  .flip:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .bad {
    color: var(--_bad);
  }
  [part~="silence"] {
    margin: calc(var(--_gap) * 0.5) var(--_gap);
  }
  .keys {
    inset: 0;
    margin: auto;
    max-inline-size: min(30em, 90vw);
    padding: var(--_gap);
    color: inherit;
  }
  .keys::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .keys dl {
    margin: 0 0 var(--_gap);
  }
  .keys dl > div {
    display: flex;
    gap: 1em;
    padding-block: 0.2em;
  }
  .keys dt {
    min-inline-size: 5em;
  }
  .keys dd {
    margin: 0;
  }
  kbd {
    padding: 0.1em 0.45em;
    border: 1px solid var(--_control);
    border-radius: 4px;
    font: inherit;
    font-size: 0.85em;
  }
  @container (inline-size >= 58em) {
    .two {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
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
  @media (forced-colors: active) {
    .strip svg {
      forced-color-adjust: none;
    }
  }
  @media print {
    .tools,
    .review,
    .strip,
    .markers,
    .recording {
      display: none;
    }
  }
`;
