/** Measures whole servers side by side: {@code bin/bench}. */
@NullMarked
package io.tintype.bench;

import org.jspecify.annotations.NullMarked;
