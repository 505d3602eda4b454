import { css } from "lit";

/** The styles before the table is drawn. */
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
