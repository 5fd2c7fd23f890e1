/** Find and read a source, in order of preference. */
@NullMarked
package io.tintype.origin;

import org.jspecify.annotations.NullMarked;
