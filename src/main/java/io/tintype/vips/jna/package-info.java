/** The raw native functions of libvips and GLib, direct-mapped through JNA. */
@NullMarked
package io.tintype.vips.jna;

import org.jspecify.annotations.NullMarked;
