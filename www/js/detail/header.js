import { h, part } from "../common/dom.js";
import { day, initials, plural } from "../common/format.js";

const stages = ["Applied", "Screening", "Interview", "Offer"];

/** Who it is: name, job, stage, how to reach them. */
export function createHeader(callButton) {
  const name = h("h1", { class: "person-name", dir: "auto", tabindex: "-1" });
  const avatar = h("span", { class: "avatar avatar-large", "aria-hidden": "true" });
  const facts = part(factsOf);
  const job = part(({ job_title, company, location, language }) =>
    h(
      "p",
      { class: "person-job" },
      h("bdi", { lang: language }, job_title),
      h(
        "span",
        { class: "muted" },
        " · ",
        h("bdi", { lang: language }, company),
        " · ",
        h("bdi", { lang: language }, location),
      ),
    ),
  );
  const stage = part(stepper);
  const element = h(
    "header",
    { class: "person" },
    avatar,
    h("div", { class: "person-words" }, name, job.element),
    h("div", { class: "person-action" }, callButton),
    h("div", { class: "person-more" }, facts.element, stage.element),
  );
  return {
    element,
    focus: () => name.focus({ preventScroll: true }),
    show(candidate) {
      name.textContent = candidate.candidate_name;
      name.lang = candidate.language;
      avatar.textContent = initials(candidate.candidate_name);
      job.show(candidate);
      facts.show(candidate);
      stage.show(candidate.stage);
    },
  };
}

function factsOf({ phone_masked, experience_years, language_name, source, applied_at }) {
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

function stepper(stage) {
  const at = stages.indexOf(stage);
  if (at < 0) return h("p", { class: "stage-only" }, stage);
  return h(
    "ol",
    { class: "stages", "aria-label": "Stage" },
    stages.map((name, index) =>
      h(
        "li",
        { class: index < at ? "stage is-past" : "stage", "aria-current": index === at && "step" },
        name,
      ),
    ),
  );
}
