/** One class for each bar: what is measured, and what it has to reach. */
@NullMarked
package io.tintype.bench.bar;

import org.jspecify.annotations.NullMarked;
