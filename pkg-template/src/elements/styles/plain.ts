import { css } from "lit";

export const plain = css`
  :host {
    display: contents;
  }
`;
