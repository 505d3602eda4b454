/**
 * What a constructor must refuse at once, before the wasm is there to check the rest: a key in a
 * page, and a route that could not carry its id.
 */
import { InvalidRequestError } from "./errors.js";
export function invalid(param, problem) {
    return new InvalidRequestError({
        code: "invalid_request",
        message: `\`${param}\` ${problem}`,
        param,
    });
}
export function checkOptions(options) {
    if (typeof options !== "object" || options === null)
        throw invalid("options", "must be an object");
    const { apiKey, dangerouslyAllowBrowser, routes } = options;
    if (apiKey !== undefined && !dangerouslyAllowBrowser && isBrowser()) {
        throw invalid("apiKey", "must not be in a browser: everyone who opens the page can read it. Keep it on a server, behind `ninjahire-calls/proxy`.");
    }
    for (const [name, placeholder] of [
        ["instantCall", "{application_id}"],
        ["callDetails", "{call_id}"],
    ]) {
        // What is no text at all is told by the core, later.
        if (!String(routes?.[name] ?? placeholder).includes(placeholder)) {
            throw invalid(`routes.${name}`, `must have ${placeholder} once`);
        }
    }
}
/** A page or any of its workers. Servers that speak of themselves say so in other words. */
function isBrowser() {
    return typeof navigator === "object" && /^Mozilla\//.test(navigator.userAgent ?? "");
}
