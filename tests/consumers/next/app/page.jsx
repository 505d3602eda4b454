import { parseTranscript, init } from "ninjahire-calls";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exercise } from "../exercise.mjs";
import { Call } from "./call.jsx";

export const dynamic = "force-dynamic";

/** A server component. With `?server=` it exercises the package itself. */
export default async function Page({ searchParams }) {
  const { server } = await searchParams;
  await init();
  const report = server && (await exercise(lib, reading, JSON.parse(server)));
  return (
    <>
      <p>{parseTranscript("BOT: Hi.\nHUMAN: Hello.").length}</p>
      {report ? <pre>{JSON.stringify(report)}</pre> : <Call />}
    </>
  );
}
