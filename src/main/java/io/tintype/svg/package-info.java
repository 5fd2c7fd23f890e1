/** SVG as text: what of a document may be delivered where nobody trusts its author. */
@NullMarked
package io.tintype.svg;

import org.jspecify.annotations.NullMarked;
