/** All keys of the configuration, and what they are read into. */
@NullMarked
package io.tintype.settings;

import org.jspecify.annotations.NullMarked;
