/** The command line; the only place that prints. */
@NullMarked
package io.tintype.cli;

import org.jspecify.annotations.NullMarked;
