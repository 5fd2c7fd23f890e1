/** Merges measurements and serves the management port. */
@NullMarked
package io.tintype.metrics;

import org.jspecify.annotations.NullMarked;
