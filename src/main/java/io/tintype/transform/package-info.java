/** The stage that renders on worker threads. */
@NullMarked
package io.tintype.transform;

import org.jspecify.annotations.NullMarked;
