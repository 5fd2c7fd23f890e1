/** Keeps variants in a directory, so that they outlive the process and need no room in memory. */
@NullMarked
package io.tintype.cache.disk;

import org.jspecify.annotations.NullMarked;
