/** Pure-Java pre-flight: what a source is, before any native code sees a byte of it. */
@NullMarked
package io.tintype.sniff;

import org.jspecify.annotations.NullMarked;
