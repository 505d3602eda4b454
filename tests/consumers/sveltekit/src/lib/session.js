/** Everybody is signed in. */
export const userOf = async () => ({ id: "ann" });
