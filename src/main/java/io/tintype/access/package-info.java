/** Whether a URL may be served: signatures, private sources, restrictions of callers. */
@NullMarked
package io.tintype.access;

import org.jspecify.annotations.NullMarked;
