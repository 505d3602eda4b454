import { css } from "lit";

export const playerStyles = css`
  .player {
    display: flex;
    align-items: center;
    gap: 0.25em;
    padding: 0.4em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  input {
    flex: 1 1 5em;
    min-inline-size: 3em;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--_accent);
  }
  .time {
    white-space: nowrap;
    margin-inline: 0.4em;
  }
  .speed {
    min-inline-size: 4em;
  }
  @container (inline-size < 24em) {
    .player {
      flex-wrap: wrap;
    }
    input {
      flex-basis: 100%;
      order: -1;
    }
  }
`;
