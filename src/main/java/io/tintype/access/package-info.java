/** May this URL be served? */
@NullMarked
package io.tintype.access;

import org.jspecify.annotations.NullMarked;
