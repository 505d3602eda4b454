import { css } from "lit";

export const pictureStyles = css`
  :host {
    --_bot: var(--ninjahire-bot, var(--_muted));
    --_human: var(--ninjahire-human, var(--_accent));
  }
  .picture {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
    overflow: clip;
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
  /* Keeps the space from the start, so that content that appears later moves nothing. */
  .markers {
    display: flex;
    flex-wrap: wrap;
    min-block-size: 26px;
    row-gap: 0.25em;
  }
  /* Markers never overlap, however soon the next question was asked. */
  .markers i {
    pointer-events: none;
    flex: 0 1 0;
    min-inline-size: 27px;
  }
  .markers i:is(:first-child, :last-child) {
    min-inline-size: 13px;
  }
  .marker {
    inline-size: 26px;
    min-block-size: 26px;
    margin-inline: -13px;
    padding: 0;
    border-radius: 50%;
    font-size: 0.8em;
  }
  .marker[aria-current] {
    border-color: var(--_accent);
    box-shadow: none;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .legend .named {
    flex: 1 1 0;
    min-inline-size: 0;
    overflow: hidden;
    text-align: end;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  @container (inline-size < 28em) {
    .named {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .share i {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .share.bot i {
      background: GrayText;
    }
    .share.human i {
      background: Highlight;
    }
    .strip svg {
      forced-color-adjust: none;
      fill: CanvasText;
    }
    .strip .bot {
      fill: GrayText;
    }
    .strip .human {
      fill: Highlight;
    }
    .strip :is(.tick, .at) {
      fill: CanvasText;
    }
  }
  @media print {
    .strip,
    .markers {
      display: none;
    }
  }
`;
