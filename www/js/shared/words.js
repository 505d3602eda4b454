/** What the API's values are called here. What it has not documented yet is still said. */

const statuses = {
  call_completed: "Completed",
  call_in_progress: "In progress",
  call_failed: "Not reached",
};

const intelligences = {
  call_success: {
    title: "Conversation went well",
    text: "The assistant got the answers it called for.",
  },
  call_failed: {
    title: "Conversation broke off",
    text: "The assistant did not get the answers it called for.",
  },
  call_inconclusive: {
    title: "Inconclusive",
    text: "There was not enough in the conversation for a firm view. Listen before you decide.",
  },
};

const directions = { outgoing: "Outgoing call", incoming: "Incoming call" };

/** `call_on_hold` as `Call on hold`. */
const plain = (value) => {
  const words = value.replaceAll("_", " ").trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};

export const statusWord = (value) => (value ? (statuses[value] ?? plain(value)) : "Status not known");
export const directionWord = (value) => (value ? (directions[value] ?? plain(value)) : null);
export const intelligenceWords = (value) =>
  value ? (intelligences[value] ?? { title: plain(value), text: "" }) : null;
