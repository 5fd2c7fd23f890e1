/** The port every URL grammar implements, and the readers of values they share. */
@NullMarked
package io.tintype.dialect;

import org.jspecify.annotations.NullMarked;
