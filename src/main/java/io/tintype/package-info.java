/** Composition root: reads the configuration, builds the parts, deploys the verticles, drains. */
@NullMarked
package io.tintype;

import org.jspecify.annotations.NullMarked;
