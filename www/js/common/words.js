/** What the API's values are called here. What it has not documented yet is still said. */

const statuses = {
  call_completed: "Completed",
  call_in_progress: "In progress",
  call_failed: "Not reached",
};

const intelligences = {
  call_success: {
    title: "Successful call",
    text: "NinjaHire assessed this screening call as a success.",
  },
  call_failed: {
    title: "Unsuccessful call",
    text: "NinjaHire could not assess the candidate on this call. Another call may help.",
  },
  call_inconclusive: {
    title: "Inconclusive",
    text: "NinjaHire came to no firm view. Listen to the call before you decide.",
  },
};

const directions = { outgoing: "Outgoing call", incoming: "Incoming call" };

/** `call_on_hold` as `Call on hold`. */
const plain = (value) => {
  const words = value.replaceAll("_", " ").trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};

export const statusWord = (value) =>
  value ? (statuses[value] ?? plain(value)) : "Status not known";
export const directionWord = (value) => (value ? (directions[value] ?? plain(value)) : null);
export const intelligenceWords = (value) =>
  value ? (intelligences[value] ?? { title: plain(value), text: "" }) : null;
