/** ImageKit's URL language: URL to model. */
@NullMarked
package io.tintype.dialect.imagekit;

import org.jspecify.annotations.NullMarked;
