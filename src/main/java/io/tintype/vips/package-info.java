/** A small typed libvips: images, scopes, operations. */
@NullMarked
package io.tintype.vips;

import org.jspecify.annotations.NullMarked;
