import { css } from "lit";

/** The styles before a call is drawn. */
export const callStyles = css`
  :host {
    --_human: var(--ninjahire-human, var(--_accent));
    --_top: var(--ninjahire-sticky-top, 0px);
    --_height: var(--ninjahire-transcript-height, max(20em, calc(100vh - var(--_top) - 20em)));
  }
  .base {
    padding-block: calc(var(--_gap) * 0.25);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .bones {
    display: block;
    padding: var(--_gap);
  }
  .short .bone {
    inline-size: 12em;
    max-inline-size: 100%;
  }
  @container (inline-size >= 58em) {
    .two {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
  }
`;
