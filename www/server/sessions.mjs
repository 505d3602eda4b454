/** Who is signed in. A real ATS asks for more than a click; the cookie would be the same. */

import { randomBytes } from "node:crypto";
import { people } from "./people.mjs";

const cookie = "demo_session";
const attributes = "Path=/; HttpOnly; SameSite=Lax";
const tokenIn = (header = "") => new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]+)`).exec(header)?.[1];

export function sessions() {
  const byToken = new Map();
  return {
    /** The recruiter that a `Cookie` header speaks for. */
    userOf(header) {
      return byToken.get(tokenIn(header ?? ""));
    },
    /** The `Set-Cookie` header for a new session; none for a stranger. */
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
