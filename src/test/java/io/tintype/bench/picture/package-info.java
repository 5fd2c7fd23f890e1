/** The source pictures that measurements read. */
@NullMarked
package io.tintype.bench.picture;

import org.jspecify.annotations.NullMarked;
