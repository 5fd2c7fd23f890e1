/** Keeps variants and lets equal requests share one flight. */
@NullMarked
package io.tintype.cache;

import org.jspecify.annotations.NullMarked;
