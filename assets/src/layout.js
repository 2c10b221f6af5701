// Lays a map out in layers, in a thread of its own, so that the page never waits for it.
import "elkjs/lib/elk-worker.min.js";
