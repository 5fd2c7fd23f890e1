/**
 * Processes of their own for what must not run in the gateway: drawing SVG. They can be killed at
 * any moment, and have limits that the kernel keeps.
 */
@NullMarked
package io.tintype.sandbox;

import org.jspecify.annotations.NullMarked;
