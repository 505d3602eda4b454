/** The route in the page's address, `#/JOB/APPLICATION/CALL`. So a reload or a link shows the same view. */

export const allJobs = "all";

export function readRoute() {
  const [job = null, application = null, call = null] = location.hash
    .replace(/^#\/?/, "")
    .split("/")
    .map((part) => safeDecode(part) || null);
  return { job, application, call };
}

export function linkTo({ job, application, call }) {
  return `#/${[job ?? allJobs, application, call].filter(Boolean).map(encodeURIComponent).join("/")}`;
}

function safeDecode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
