// A script of its own: the list of candidates does not wait for it.
import "ninjahire-calls/elements";
