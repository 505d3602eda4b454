import { css } from "lit";

export const resultsStyles = css`
  .base {
    overflow: clip;
  }
  .tools input {
    flex: 1 1 12em;
    max-inline-size: 20em;
  }
  select {
    max-inline-size: 100%;
  }
  .bar {
    padding: 0 var(--_gap) 0.5em;
  }
  progress {
    flex: 1;
    accent-color: var(--_accent);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    border-block: 1px solid var(--_line);
    table-layout: fixed;
  }
  th,
  td {
    padding: calc(var(--_gap) * 0.5);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    font-weight: inherit;
  }
  .candidate {
    inline-size: 38%;
  }
  th.candidate {
    padding-inline-start: var(--_gap);
  }
  thead th {
    padding-block: 0.1em;
    background: var(--_sunken);
  }
  thead button {
    margin-inline-start: -0.8em;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover:not([aria-current]) {
    background: var(--_sunken);
  }
  .dial {
    inline-size: 1.6em;
    block-size: 1.6em;
    margin-inline-end: 0.5em;
    vertical-align: -0.4em;
  }
  .pages {
    justify-content: end;
  }
  .sort {
    display: none;
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
  .hint,
  .lastFailed {
    display: block;
  }
  .calls {
    display: flex;
    gap: 0.25em;
    font-weight: 400;
  }
  .bad {
    color: var(--_bad);
  }
  .call .candidate {
    padding-inline-start: calc(var(--_gap) * 2.5);
  }
  .call {
    background: var(--_sunken);
  }
  .flip:dir(rtl) svg {
    transform: scaleX(-1);
  }
  @container (inline-size < 34em) {
    thead {
      display: none;
    }
    .sort {
      display: flex;
    }
    .sort select {
      flex: 1;
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5em;
      padding: calc(var(--_gap) * 0.5) var(--_gap);
      border-block-end: 1px solid var(--_line);
    }
    tbody tr > * {
      padding: 0;
      border: 0;
    }
    tbody .score {
      order: 1;
      flex: 0 0 6.5em;
      text-align: end;
    }
    tbody td:not(.score) {
      order: 2;
      font-size: 0.9em;
    }
    tbody td:empty {
      display: none;
    }
    tbody .candidate {
      flex: 1 1 calc(100% - 7em);
      inline-size: auto;
      padding: 0;
    }
    .end {
      margin-inline-start: 0;
    }
  }
`;
