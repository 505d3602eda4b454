import { css } from "lit";

export const findingsStyles = css`
  .prose {
    max-inline-size: 68ch;
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  .rows {
    display: grid;
    gap: var(--_gap);
    list-style: none;
  }
  /* A score is beside its title if there is enough space, otherwise below. */
  .rows b {
    flex: 1 1 auto;
    max-inline-size: calc(100% - 1.5em);
    font-weight: 600;
  }
  @container (inline-size >= 26em) {
    .rows b {
      flex: 1 1 13em;
    }
  }
  /* Text starts on the same side as its heading, whatever its direction. */
  .prose,
  .rows [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .rows .prose {
    color: var(--_muted);
  }
  .apart {
    align-items: baseline;
  }
  .prose + .prose {
    margin-block-start: 0.6em;
  }
  .question {
    padding: 0.5em;
    margin: -0.5em;
    border-radius: calc(var(--_radius) * 0.7);
  }
  .bar {
    inline-size: 3em;
    block-size: 0.5em;
    stroke: none;
    fill: var(--_accent);
  }
  .bar .track {
    fill: var(--_line);
  }
  q {
    quotes: none;
  }
  .quote {
    border-radius: 2px;
    color: var(--_accent);
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  /* Space for two lines and a link, even before they appear. */
  .found {
    min-block-size: 1.9em;
    margin-block-start: 0.4em;
  }
  /* In the margin, so that its appearance moves nothing. */
  .verbatim {
    position: relative;
  }
  .verbatim::before {
    content: "";
    position: absolute;
    inset-block: 0;
    inset-inline-start: -0.5em;
    border-inline-start: 3px solid var(--_human);
  }
  .said {
    margin: 0;
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid var(--_human);
  }
  @media print {
    [part="evidence"] {
      display: none;
    }
  }
  .said p {
    display: -webkit-box;
    overflow: hidden;
    text-align: match-parent;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
`;
