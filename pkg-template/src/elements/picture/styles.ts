import { css } from "lit";

export const pictureStyles = css`
  :host {
    --_bot: var(--ninjahire-bot, var(--_muted));
    --_human: var(--ninjahire-human, var(--_accent));
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
  /* Kept from the start, so that what comes later moves nothing. */
  .markers {
    min-block-size: 26px;
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
  @media (forced-colors: active) {
    .strip svg {
      forced-color-adjust: none;
    }
  }
  @media print {
    .strip,
    .markers {
      display: none;
    }
  }
`;
