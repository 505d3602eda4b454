/**
 * Every text of the elements. Replace them by name: `element.strings = { callNow: "Jetzt anrufen" }`,
 * or for all elements inside a provider at once. `{n}` and the like are filled in.
 */

/** One text for each plural form of the language; `other` is needed. */
export type Plural = { other: string } & { [rule in Intl.LDMLPluralRule]?: string };

const texts = {
  // Errors
  retry: "Try again",
  details: "Details",
  errorConnection: "The server could not be reached.",
  errorDeadline: "The server took too long.",
  errorAuthentication: "You are not signed in.",
  errorPermission: "You do not have access to this.",
  errorNotFound: "This was not found.",
  errorRateLimit: "There were too many requests. Try again in a moment.",
  errorServer: "The server has a problem. Try again in a moment.",
  errorWebassembly: "This page does not allow WebAssembly.",
  errorOther: "Something went wrong.",
  errorNoClient: "A provider or a base URL is needed.",
  errorReading: "This part could not be loaded.",
  loading: "Loading…",

  // Transcript
  transcript: "Transcript",
  transcriptEmpty: "There is no transcript.",
  transcriptWaiting: "The transcript appears here as they speak.",
  bot: "Interviewer",
  human: "Candidate",
  unknown: "Not attributed",
  emptyTurn: "(nothing was said)",
  turn: "Turn {n}",
  playFrom: "Play from {time}",
  search: "Search the transcript",
  matches: "{at} of {n}",
  noMatches: "No matches",
  previous: "Previous match",
  next: "Next match",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Copying is not allowed here. The text is selected.",
  latest: "Jump to the latest",

  // Call
  call: "Screening call",
  callEmpty: "No call is chosen.",
  callCompleted: "Completed",
  callInProgress: "In progress",
  callFailed: "Failed",
  success: "Assessed",
  failed: "Assessment failed",
  inconclusive: "Inconclusive",
  outgoing: "Outgoing call",
  incoming: "Incoming call",
  statusIs: "Call status: {status}",
  score: "Score",
  scoreOf: "{n} of {max}",
  notAssessed: "No assessment",
  assessing: "Being assessed…",
  digest: "Summary",
  breakdown: "Breakdown",
  questions: "Questions",
  noAnswer: "No answer was recorded.",
  scoreGiven: "Score: {score}",
  unreadable: "Some of it could not be read.",
  evidence: "Show in the transcript",
  evidenceUnsure: "Show in the transcript (probably here)",
  recording: "Recording",
  recordingGone: "The recording could not be played. Its link may have expired.",
  recordingFresh: "Get a fresh link",
  recordingUnsafe: "Its address is not a web address.",
  export: "Export",
  exportText: "Text",
  exportMarkdown: "Markdown",
  exportHtml: "Web page",
  exportVtt: "Subtitles",
  mask: "Hide contact details",
  masked: { one: "{n} place hidden", other: "{n} places hidden" },
  updatesStopped: "Updates have stopped.",

  // Call button
  callNow: "Call now",
  confirm: "Ring this candidate's phone now?",
  confirmHint: "An AI interviewer speaks with them when they answer.",
  confirmYes: "Yes, call now",
  cancel: "Cancel",
  close: "Close",
  dialing: "Placing the call…",
  ringing: "Ringing…",
  talking: "In conversation",
  done: "The call has ended.",
  doneScore: "The call has ended. Score: {n} of {max}.",
  notReached: "The call did not go through.",
  placedUnfollowed: "The call was placed, but cannot be followed from here.",
  followLost: "The call was placed, but can no longer be followed.",
  refused: "No call was placed.",
  unknownTitle: "The candidate's phone may be ringing.",
  unknownHint: "No clear answer came back. Look before you call again.",
  unknownCheck: "Look for the call",
  unknownNone: "No result is listed yet. The call may be going on: look again in a moment.",
  unknownFound: {
    one: "{n} result is listed.",
    other: "{n} results are listed.",
  },
  redial: "This candidate was called a moment ago. Call again?",
  redialYes: "Yes, call again",
  pending: "This candidate is being called from another tab.",
  again: "Call again",

  // Results
  results: "Screening results",
  resultsEmpty: "There are no screening results yet.",
  resultsNone: "No result matches the filter.",
  candidate: "Candidate",
  unnamed: "Unnamed",
  status: "Status",
  assessment: "Assessment",
  filter: "Find a candidate",
  allStatuses: "All statuses",
  allAssessments: "All assessments",
  loadingResults: "{seen} of {n} loaded",
  range: "{from}–{to} of {n}",
  pages: "Pages",
  previousPage: "Previous page",
  nextPage: "Next page",
  csv: "Export CSV",
  incomplete: "Not all results could be loaded.",
} satisfies Record<string, string | Plural>;

/** The name of a text. */
export type StringName = keyof typeof texts;

/** All texts, by name. */
export type Strings = Record<StringName, string | Plural>;

/** Gives a text by name, with its blanks filled in. */
export type Translate = (name: StringName, values?: Record<string, unknown>) => string;

/** The texts where no others are given. */
export const english: Strings = texts;
