/** The servers that are compared, each a process of its own. */
@NullMarked
package io.tintype.bench.server;

import org.jspecify.annotations.NullMarked;
