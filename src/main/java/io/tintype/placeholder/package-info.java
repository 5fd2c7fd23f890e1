/** Pictures in a few bytes, to be shown until the real one has come; arithmetic without libvips. */
@NullMarked
package io.tintype.placeholder;

import org.jspecify.annotations.NullMarked;
