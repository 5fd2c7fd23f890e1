/** Takes private metadata out of image files and leaves their pixels as they are. */
@NullMarked
package io.tintype.strip;

import org.jspecify.annotations.NullMarked;
