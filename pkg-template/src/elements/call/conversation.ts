/** The conversation: the picture, the buttons from question to question, and the transcript. */

import { html, nothing } from "lit";
import type { QuestionRow, Turn } from "../../index.js";
import type { QuestionEvent, TurnEvent } from "../events.js";
import type { Strings } from "../i18n/strings.js";
import type { Evidence } from "../shared/reading.js";

export interface ConversationOptions {
  turns: readonly Turn[];
  questions: readonly QuestionRow[];
  /** Where the questions were asked, once known. */
  evidence: readonly Evidence[] | undefined;
  /** The reader's current turn and question. */
  turn: number | undefined;
  question: number | undefined;
  isLive: boolean;
  /** The media element that the transcript seeks. */
  media: HTMLMediaElement | null;
  anchorPrefix: string | null | undefined;
  /** The source that is added to a copied selection. */
  credit: string;
  strings: Partial<Strings>;
  review: unknown;
  goToTurn(index: number): void;
  goToQuestion(index: number): void;
}

export function conversation(options: ConversationOptions): unknown {
  const { turns, isLive, media, anchorPrefix, credit, strings, review } = options;
  return html`${review} ${turns.length > 1 ? picture(options) : nothing}
    <ninjahire-transcript
      exportparts="toolbar:transcript-toolbar,search,search-input,search-count,button,scroller,turns,turn,turn-bot,turn-human,turn-other,turn-unknown,turn-again,speaker,time,anchor,text,latest,empty:transcript-empty"
      nohotkeys
      .player=${media}
      .strings=${strings}
      .anchorPrefix=${anchorPrefix}
      .credit=${credit}
      .live=${isLive}
      .turns=${turns}
    ></ninjahire-transcript>`;
}

function picture(options: ConversationOptions): unknown {
  const { turns, questions, evidence, turn, question, strings } = options;
  return html`<ninjahire-picture
    exportparts="picture,strip,stretch,marker"
    .strings=${strings}
    .turns=${turns}
    .questions=${questions}
    .evidence=${evidence}
    .current=${turn}
    .question=${question}
    @ninjahire-turn=${({ detail }: TurnEvent) => options.goToTurn(detail.turn.index)}
    @ninjahire-question=${({ detail }: QuestionEvent) => options.goToQuestion(detail.question)}
  ></ninjahire-picture>`;
}
