/** Web servers and the web proxy as origins. */
@NullMarked
package io.tintype.origin.web;

import org.jspecify.annotations.NullMarked;
