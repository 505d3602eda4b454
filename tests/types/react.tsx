/** @jsxImportSource react */
// The elements in React's JSX.

import type {} from "ninjahire-calls/elements/react";
import type { NinjahireCall } from "ninjahire-calls/elements";
import type { CallDetails, NinjaHireClient } from "ninjahire-calls";

declare const client: NinjaHireClient;
declare const call: CallDetails;
declare const ref: { current: NinjahireCall | null };

export const page = (
  <ninjahire-provider base-url="/api/ninjahire" client={client}>
    <ninjahire-call-button
      application-id="a1"
      className="action"
      strings={{ callNow: "Ring" }}
      onninjahire-call-request={(event) => event.detail.redial && event.preventDefault()}
      onninjahire-call-placed={({ detail }) => detail.callId?.length}
    />
    <ninjahire-call
      ref={ref}
      call-id="c1"
      call={call}
      masked
      heading-level={3}
      onninjahire-call-updated={({ detail: { call, newTurns } }) => [call.call_score, newTurns]}
    >
      <p slot="empty">Nobody was called.</p>
    </ninjahire-call>
    <ninjahire-transcript transcript="BOT: Hello." live anchor-prefix="turn-" />
    <ninjahire-results
      job-id="j1"
      page-size={50}
      nameOf={({ candidate_name }) => String(candidate_name)}
      onninjahire-call-select={({ detail }) => detail.result.call_id}
    />
  </ninjahire-provider>
);

// @ts-expect-error There is no attribute for a key.
export const withKey = <ninjahire-provider apiKey="secret" />;
// @ts-expect-error A call is an object.
export const withText = <ninjahire-call call="c1" />;
// @ts-expect-error There is no such text.
export const withOther = <ninjahire-call-button strings={{ callLater: "Later" }} />;
