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
  .flip:dir(rtl) svg {
    transform: scaleX(-1);
  }
  @container (inline-size < 34em) {
    thead {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
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
