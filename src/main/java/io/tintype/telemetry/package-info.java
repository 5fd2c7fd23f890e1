/** What is measured, and its names. */
@NullMarked
package io.tintype.telemetry;

import org.jspecify.annotations.NullMarked;
