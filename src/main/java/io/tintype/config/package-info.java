/** Reads settings into records and collects every problem. */
@NullMarked
package io.tintype.config;

import org.jspecify.annotations.NullMarked;
