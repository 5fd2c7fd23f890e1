/** The vocabulary of transformations: immutable, plain, printable values. */
@NullMarked
package io.tintype.model;

import org.jspecify.annotations.NullMarked;
