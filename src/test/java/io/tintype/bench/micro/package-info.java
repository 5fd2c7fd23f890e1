/** What small parts cost, in nanoseconds: {@code bin/bench --micro}. */
@NullMarked
package io.tintype.bench.micro;

import org.jspecify.annotations.NullMarked;
