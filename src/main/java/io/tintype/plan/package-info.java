/** Pixel arithmetic without pixels: transformation, header and limits to concrete operations. */
@NullMarked
package io.tintype.plan;

import org.jspecify.annotations.NullMarked;
