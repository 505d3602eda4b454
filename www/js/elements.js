// A separate script, which main.js loads after the list of candidates.
import "ninjahire-calls/elements";
