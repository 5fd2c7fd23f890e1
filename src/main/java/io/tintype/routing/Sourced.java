package io.tintype.routing;

import io.tintype.bus.Fetched;
import java.time.Instant;

/**
 * A source, or that it has not changed.
 *
 * @param asked when its origin was asked: nothing made from it is fresher
 */
record Sourced(Fetched fetched, Instant asked) {}
