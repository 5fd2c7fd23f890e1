/** Runs a plan on libvips; blocking, worker threads only. */
@NullMarked
package io.tintype.render;

import org.jspecify.annotations.NullMarked;
