/** S3, its compatibles and Cloudinary backup buckets as origins. */
@NullMarked
package io.tintype.origin.s3;

import org.jspecify.annotations.NullMarked;
