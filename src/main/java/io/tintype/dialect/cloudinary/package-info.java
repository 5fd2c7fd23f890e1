/**
 * Cloudinary's URL language, read into our own transformations: the shapes of its URLs ({@link
 * io.tintype.dialect.cloudinary.AssetUrl}), its parameters and the order in which they work. What
 * of it is honoured is told in {@code docs/cloudinary.md}.
 */
@NullMarked
package io.tintype.dialect.cloudinary;

import org.jspecify.annotations.NullMarked;
