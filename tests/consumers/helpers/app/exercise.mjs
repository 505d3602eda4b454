/** Exercises the package for every consumer. Each app gets a copy, and imports the package itself. */

/**
 * Lists results, dials, follows the call, parses its transcript, and searches it with `/reading`.
 *
 * @param lib `ninjahire-calls`
 * @param reading `ninjahire-calls/reading`
 * @param settings `{ client, application }`: the client's options, and the application to call
 */
export async function exercise(
  { NinjaHireClient, parseTranscript },
  { searchTranscript },
  settings,
) {
  const client = new NinjaHireClient(settings.client);
  const { data } = await client.listScreeningResults({ size: 3 });
  const { call_id } = await client.initiateInstantCall(settings.application);
  let call;
  let updates = 0;
  for await (const update of client.watchCall(call_id, { minIntervalMs: 100 })) {
    call = update.call;
    updates += 1;
  }
  const turns = parseTranscript(call.transcript ?? "");
  const [word] = turns[0].text.match(/[\p{L}\p{M}]{3,}/u);
  const matches = await searchTranscript(turns, word);
  return {
    listed: data.length,
    call_id,
    updates,
    status: call.call_status,
    turns: turns.length,
    matches: matches.length,
  };
}
