/** All users are signed in. */
export const userOf = async () => ({ id: "ann" });
