/** The fonts words are written with: those that come with the gateway, and those of customers. */
@NullMarked
package io.tintype.font;

import org.jspecify.annotations.NullMarked;
