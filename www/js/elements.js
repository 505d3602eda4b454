// A script of its own, which main.js loads after the list of candidates.
import "ninjahire-calls/elements";
