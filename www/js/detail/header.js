import { h } from "../common/dom.js";
import { day, initials, plural } from "../common/format.js";

/** The candidate's name, job, stage and contact details. */
export function createHeader(candidate, action) {
  const { candidate_name, job_title, company, location, language, stage } = candidate;
  const name = h(
    "h1",
    { class: "person-name", dir: "auto", lang: language, tabindex: "-1" },
    candidate_name,
  );
  const job = [job_title, company, location].flatMap((text, index) => [
    index > 0 && " · ",
    h("bdi", { lang: language }, text),
  ]);
  const element = h(
    "header",
    { class: "person" },
    h("span", { class: "avatar avatar-large", "aria-hidden": "true" }, initials(candidate_name)),
    h(
      "div",
      { class: "person-words" },
      h("div", { class: "person-title" }, name, h("span", { class: "stage" }, stage)),
      h("p", { class: "person-job muted" }, job),
    ),
    action,
    facts(candidate),
  );
  return { element, focus: () => name.focus({ preventScroll: true }) };
}

function facts({ phone_masked, experience_years, language_name, source, applied_at }) {
  const fact = (term, value) =>
    h("div", { class: "fact" }, h("dt", {}, term), h("dd", {}, h("bdi", {}, value)));
  return h(
    "dl",
    { class: "facts" },
    fact("Phone", phone_masked),
    fact("Language", language_name),
    fact("Experience", plural(experience_years, "year", "years")),
    fact("Applied", day(applied_at)),
    fact("Source", source),
  );
}
