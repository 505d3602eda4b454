import { callDetails, instantCall, screeningResults, } from "./core.js";
import { DialOutcomeUnknownError } from "./errors.js";
import { dialMemory, run, running } from "./instance.js";
import { checkOptions } from "./options-check.js";
import { parseTranscript } from "./transcript.js";
import { isCrash } from "./wasm.js";
/**
 * Places, follows and reads calls.
 *
 * @example
 * const client = new NinjaHireClient({ baseUrl: "/api/ninjahire" });
 * const { call_id } = await client.initiateInstantCall(applicationId);
 */
export class NinjaHireClient {
    #options;
    #made;
    /** @throws {InvalidRequestError} naming the option that is wrong. */
    constructor(options = {}) {
        checkOptions(options);
        this.#options = options;
        const core = running();
        if (core)
            this.#in(core);
    }
    /** The client in this instance; made anew when that was replaced. */
    #in(core) {
        if (this.#made?.core !== core) {
            this.#made = { core, client: new core.Client(this.#options, dialMemory) };
        }
        return this.#made.client;
    }
    #ask(endpoint, argument, options) {
        return run((core) => this.#in(core).ask(endpoint, argument, options));
    }
    /**
     * Initiate an instant call for an application: **rings the candidate's phone, now.** Sent once;
     * calls for one application at the same time share one request, and another soon after is refused.
     *
     * @param applicationId The ID of the application for which the instant call is triggered.
     * @throws {DialOutcomeUnknownError} whenever a phone may be ringing; with every other error none is.
     */
    async initiateInstantCall(applicationId, options) {
        try {
            return await this.#ask(instantCall, applicationId, options);
        }
        catch (cause) {
            if (!isCrash(cause))
                throw cause;
            throw new DialOutcomeUnknownError({
                code: "dial_outcome_unknown",
                message: `The candidate's phone may be ringing: the program crashed while calling for application ${applicationId}. Do not call again; look with listScreeningResults({ application_id }) first.`,
                cause,
                applicationId,
            });
        }
    }
    /**
     * Retrieve call details for a specific call.
     *
     * @param callId Unique identifier for the call.
     */
    getCallDetails(callId, options) {
        return this.#ask(callDetails, callId, options);
    }
    /** Retrieve one page of screening call results. */
    listScreeningResults(filters, options) {
        return this.#ask(screeningResults, filters, options);
    }
    /**
     * Every result of every page, lazily, at most one page ahead; no call twice. `timeoutMs` is for
     * each page.
     *
     * @example
     * for await (const result of client.screeningResults({ job_id })) show(result);
     */
    screeningResults(filters, options) {
        return new ScreeningResults((core) => this.#in(core).pages(filters, options));
    }
    /**
     * Follows a call until it has ended, or is assessed: the call as it is at once, then whenever
     * something is new. Pauses while the page is hidden or offline.
     *
     * @example
     * for await (const { call, newTurns } of client.watchCall(call_id)) render(call, newTurns);
     */
    async *watchCall(callId, options) {
        const watch = (core) => this.#in(core).watch(callId, options);
        for await (const update of sequence(watch)) {
            const { call, firstNewTurn, changed } = update;
            const newTurns = parseTranscript(call.transcript ?? "").slice(firstNewTurn);
            yield { call, newTurns, changed: { ...changed, firstNewTurn } };
        }
    }
    /** The last update's call of {@link watchCall}. */
    async waitForCall(callId, options) {
        let last;
        for await (const { call } of this.watchCall(callId, options))
            last = call;
        // The first update comes before the end, or an error instead of it.
        return last;
    }
}
/** The results of a listing, page after page. */
export class ScreeningResults {
    #start;
    /** How many results were handed over so far. */
    seen = 0;
    /** How many there are in all, by the last page's word. */
    count = null;
    /** @internal */
    constructor(start) {
        this.#start = start;
    }
    /** The same by pages. Calls that were on an earlier page are left out of `data`. */
    async *pages() {
        this.seen = 0;
        for await (const page of sequence(this.#start)) {
            this.count = page.count;
            this.seen += page.data.length;
            yield page;
        }
    }
    async *[Symbol.asyncIterator]() {
        for await (const page of this.pages()) {
            this.seen -= page.data.length;
            for (const result of page.data) {
                this.seen += 1;
                yield result;
            }
        }
    }
}
/** Iterates over one of the core's sequences, and lets go of it at the end. */
async function* sequence(start) {
    let items;
    try {
        for (;;) {
            const item = await run((core) => (items ??= start(core)).next());
            if (item === undefined)
                return;
            yield item;
        }
    }
    finally {
        items?.free();
    }
}
