/** Encoded bytes outside the heap, who owns them, and how many there may be. */
@NullMarked
package io.tintype.bytes;

import org.jspecify.annotations.NullMarked;
