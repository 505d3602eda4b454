import { css } from "lit";

export const tableStyles = css`
  .tools input {
    flex: 1 1 12em;
    max-inline-size: 20em;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    border-block: 1px solid var(--_line);
    table-layout: fixed;
  }
  th,
  td {
    padding: calc(var(--_gap) * 0.6) calc(var(--_gap) * 0.5);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    font-weight: inherit;
  }
  td {
    font-size: 0.9em;
  }
  .at-candidate {
    inline-size: 28%;
    padding-inline-start: var(--_gap);
  }
  .at-score {
    inline-size: 7em;
  }
  @container (inline-size >= 56em) {
    .at-candidate {
      inline-size: 36%;
    }
    .at-score {
      inline-size: auto;
    }
  }
  td.at-score {
    font-size: 1em;
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
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  /* The bar of the chosen row. A table row cannot have a shadow. */
  tr[aria-current] {
    box-shadow: none;
  }
  tr[aria-current] > :first-child {
    box-shadow: inset var(--_side) 0 var(--_accent);
  }
  .name {
    font-size: 1em;
  }
  .name:not(:hover) {
    text-decoration: none;
  }
  .dial {
    inline-size: 1.5em;
    block-size: 1.5em;
    margin-inline-end: 0.5em;
    vertical-align: -0.4em;
  }
  .pill {
    font-size: 0.9em;
    vertical-align: middle;
  }
  /* Normal values look quiet, so that the others stand out. */
  .pill.good {
    padding-inline: 0;
    background: none;
  }
  .pages {
    justify-content: end;
  }
  .sort {
    display: none;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .hint,
  .lastFailed {
    flex-basis: 100%;
  }
  .calls.link {
    gap: 0.25em;
    color: var(--_muted);
    font-weight: 400;
  }
  .calls:not(:hover) {
    text-decoration: none;
  }
  .bad:not(.notice) {
    color: var(--_bad);
  }
  .call > th {
    padding-inline-start: calc(var(--_gap) * 2.25);
  }
  .call {
    background: var(--_sunken);
  }
  .categories {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    margin-block-start: 0.25em;
    list-style: none;
  }
  .categories .chip {
    font-weight: 400;
  }
  .categories b {
    flex: none;
    white-space: nowrap;
  }
  .flip:dir(rtl) svg {
    transform: scaleX(-1);
  }
  @container (inline-size < 40em) {
    thead {
      display: none;
    }
    /* Search; the two filters; sorting and export. */
    .tools input {
      flex-basis: 100%;
      max-inline-size: none;
    }
    .tools {
      gap: 0.35em;
    }
    .tools select {
      padding-inline: 0.6em 1.7em;
    }
    .tools > select {
      flex: 1 1 40%;
    }
    .sort {
      display: flex;
      flex: 1 1 7em;
      flex-wrap: nowrap;
      min-inline-size: 0;
    }
    .sort select {
      flex: 1;
      inline-size: 0;
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.15em 0.6em;
      padding: calc(var(--_gap) * 0.6) var(--_gap);
      border-block-end: 1px solid var(--_line);
    }
    tbody tr:last-child {
      border-block-end: 0;
    }
    tbody tr > * {
      border: 0;
    }
    .at-candidate,
    .call > th,
    td {
      padding: 0;
    }
    tr[aria-current] {
      box-shadow: inset var(--_side) 0 var(--_accent);
    }
    tr[aria-current] > :first-child {
      box-shadow: none;
    }
    tbody .at-score {
      order: 1;
      flex: none;
      align-self: start;
      inline-size: auto;
      text-align: end;
    }
    tbody td:not(.at-score) {
      order: 2;
      font-size: 0.85em;
    }
    tbody td:empty {
      display: none;
    }
    tbody tr > .at-candidate {
      flex: 1 1 9em;
      inline-size: auto;
    }
    tbody .call {
      padding-inline-start: calc(var(--_gap) * 2);
    }
  }
  @media (forced-colors: active) {
    .pill.good {
      border: 0;
    }
  }
`;
