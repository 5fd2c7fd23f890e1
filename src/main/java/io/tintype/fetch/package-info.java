/** The stage that reads origins. */
@NullMarked
package io.tintype.fetch;

import org.jspecify.annotations.NullMarked;
