/** The conversations of the seeded calls, and their assessments. */

import type { ScreeningReport } from "../generated/types.js";
import type { Random } from "./random.js";

/** One turn of a conversation. */
export interface ScriptedTurn {
  /** `BOT`, `HUMAN`, or any other label. */
  label: string;
  text: string;
}

/** A job's questions, each with possible answers. */
interface Interview {
  title: string;
  questions: readonly { category: string; question: string; answers: readonly string[] }[];
}

const availability = {
  category: "Availability",
  question: "When could you start?",
  answers: [
    "I have to give two weeks' notice, so in the middle of next month.",
    "Right away. My contract ended last Friday.",
    "Not before September, I am afraid. I am finishing a course.",
  ],
};

export const interviews: readonly Interview[] = [
  {
    title: "Warehouse associate",
    questions: [
      {
        category: "Experience",
        question: "Have you worked in a warehouse before?",
        answers: [
          "Yes, three years at a food distributor, mostly picking and packing.",
          "Only for a summer, but I liked it.",
          "No, I come from retail: stock rooms, deliveries, that sort of thing.",
        ],
      },
      {
        category: "Certificates",
        question: "Do you hold a forklift certificate?",
        answers: [
          "I do. I renewed it in March.",
          "No, but I would be glad to take the course.",
          "It ran out last year: I would need to take it again.",
        ],
      },
      availability,
    ],
  },
  {
    title: "Customer support agent",
    questions: [
      {
        category: "Experience",
        question: "Tell me about the last time you helped an angry customer.",
        answers: [
          "She had been sent the wrong size twice. I listened, said sorry, and sent the right one by courier.",
          "That was at the hotel. A room was double booked, so I found them one in the house next door.",
          "I mostly did e-mail. I try to answer what was asked, and to say when it will be solved.",
        ],
      },
      {
        category: "Languages",
        question: "Which languages do you speak?",
        answers: [
          "English and Spanish, both every day.",
          "English. I am learning German, about B1.",
          "Polish is my first language, English the second, and a little French.",
        ],
      },
      availability,
    ],
  },
  {
    title: "Web developer",
    questions: [
      {
        category: "Experience",
        question: "What did you build most recently?",
        answers: [
          "A booking page for a clinic. I did the calendar and the accessibility work.",
          "Internal tools in React, for about two years: tables, forms, charts.",
          "A small shop on the side. I wrote the payment part myself.",
        ],
      },
      {
        category: "Testing",
        question: "How do you know that a change broke nothing?",
        answers: [
          "Tests in the pipeline, and I click through the main paths myself.",
          "We review each other's changes, and there is a staging site.",
          "Mostly types, and a handful of end-to-end tests.",
        ],
      },
      availability,
    ],
  },
];

/** An interview with a candidate, and its assessment. */
export function interviewOf(
  job: number,
  name: string,
  random: Random,
): { turns: ScriptedTurn[]; report: Partial<ScreeningReport> } {
  const { title, questions } = interviews[job % interviews.length]!;
  const turns: ScriptedTurn[] = [
    { label: "BOT", text: `Hi, is this ${name}? I am calling about the ${title} position.` },
    { label: "HUMAN", text: "Yes, this is me. Hello." },
  ];
  const answered = questions.map(({ category, question, answers }) => {
    const response = random.pick(answers);
    turns.push({ label: "BOT", text: question }, { label: "HUMAN", text: response });
    return { category, question, response, score: 4 + random.below(7) };
  });
  turns.push(
    { label: "BOT", text: "Thank you. The team will be in touch. Goodbye." },
    { label: "HUMAN", text: "Thanks, bye." },
  );
  const total = answered.reduce((sum, { score }) => sum + score, 0);
  const call_score = Math.round((total / (answered.length * 10)) * 100);
  return {
    turns,
    report: {
      ninjahire_intelligence: call_score < 55 ? "call_inconclusive" : "call_success",
      call_score,
      call_summary: Object.fromEntries(
        answered.map(({ category, response, score }) => [category, { score, summary: response }]),
      ),
      call_digest: `${name} answered ${answered.length} questions about the ${title} position.`,
      questions_response: JSON.stringify(
        answered.map(({ question, response, score }) => ({ question, response, score })),
      ),
    },
  };
}
