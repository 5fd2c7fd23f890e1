/** HTTP in, the story of a delivery, HTTP out. */
@NullMarked
package io.tintype.routing;

import org.jspecify.annotations.NullMarked;
