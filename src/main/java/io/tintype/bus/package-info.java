/** The pipeline's addresses, messages and reply discipline. */
@NullMarked
package io.tintype.bus;

import org.jspecify.annotations.NullMarked;
