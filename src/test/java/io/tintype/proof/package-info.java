/**
 * Proves, through the whole gateway, that pictures are what the language of URLs says. References
 * are drawn by plain Java.
 */
@NullMarked
package io.tintype.proof;

import org.jspecify.annotations.NullMarked;
