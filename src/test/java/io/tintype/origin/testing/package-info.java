/** What tests of origins share. */
@NullMarked
package io.tintype.origin.testing;

import org.jspecify.annotations.NullMarked;
