/** What a picture is, told to those who run the gateway: size, colours, metadata, likeness. */
@NullMarked
package io.tintype.info;

import org.jspecify.annotations.NullMarked;
