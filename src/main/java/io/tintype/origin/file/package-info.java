/** A folder as an origin. */
@NullMarked
package io.tintype.origin.file;

import org.jspecify.annotations.NullMarked;
