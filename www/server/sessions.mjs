/** The sessions. A real ATS would ask for more than a click, but its cookie would be the same. */

import { randomBytes } from "node:crypto";
import { people } from "./people.mjs";

const cookie = "demo_session";
const attributes = "Path=/; HttpOnly; SameSite=Lax";
const tokenIn = (header = "") => new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]+)`).exec(header)?.[1];

export function sessions() {
  const byToken = new Map();
  return {
    /** The recruiter whose session is in a `Cookie` header. */
    userOf(header) {
      return byToken.get(tokenIn(header ?? ""));
    },
    /** Returns the `Set-Cookie` header for a new session, or `undefined` for an unknown person. */
    signIn(id) {
      const user = people.find((person) => person.id === id);
      if (!user) return undefined;
      const token = randomBytes(24).toString("base64url");
      byToken.set(token, user);
      return `${cookie}=${token}; ${attributes}`;
    },
    signOut(header) {
      byToken.delete(tokenIn(header ?? ""));
      return `${cookie}=; Max-Age=0; ${attributes}`;
    },
  };
}
