import { css } from "lit";

export const buttonStyles = css`
  /* Beside other content the button is as wide as its text. A size container would have no width. */
  :host {
    container-type: normal;
  }
  .call {
    min-block-size: 2.6em;
    padding-inline: 1em;
  }
  .panel {
    max-inline-size: 26em;
  }
  .title {
    display: flex;
    gap: 0.5em;
    font-weight: 600;
  }
  .elapsed {
    margin-inline-start: auto;
    font-weight: 400;
    color: var(--_muted);
  }
  .call + .small {
    margin-block-start: 0.35em;
  }
  /* A row without a button takes no space. */
  .panel {
    gap: 0;
  }
  .panel > * + :not(.row),
  .panel > .row > button,
  slot[name="actions"]::slotted(*) {
    margin-block-start: 0.5em;
  }
  .panel > .row {
    gap: 0 0.5em;
  }
  .panel > p:not(.title) {
    font-size: 0.875em;
  }
  .title > svg {
    margin-block-start: 0.2em;
    color: var(--_tone);
  }
`;
