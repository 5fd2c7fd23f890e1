/** Clients that put load on a server and count its answers. */
@NullMarked
package io.tintype.bench.load;

import org.jspecify.annotations.NullMarked;
