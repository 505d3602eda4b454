import { css } from "lit";

/** What is there before the table. */
export const resultsStyles = css`
  .base {
    overflow: clip;
  }
  .bar {
    padding: 0 var(--_gap) 0.5em;
  }
  progress {
    flex: 1;
    accent-color: var(--_accent);
  }
  .bones {
    flex-wrap: nowrap;
    gap: var(--_gap);
  }
  .bones > * {
    flex: 1;
  }
  .bones > :first-child {
    flex: 2;
  }
`;
