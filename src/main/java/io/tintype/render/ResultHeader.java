package io.tintype.render;

import io.tintype.plan.Writing;
import io.tintype.vips.HeaderEdit;
import io.tintype.vips.VipsImage;
import java.util.List;

/** Leaves in the header of a picture what its result shall say of it. */
final class ResultHeader {
  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final int UPRIGHT = 1;

  /** Everything but the profile that older releases of libvips write unless they write nothing. */
  private static final List<String> PRIVATE =
      List.of("exif-data", "xmp-data", "iptc-data", "photoshop-data", "png-comment-0-comment");

  /** Shows the source as it was, not the result. */
  private static final String THUMBNAIL = "jpeg-thumbnail-data";

  private static final String ORIENTATION = "orientation";

  private ResultHeader() {}

  /**
   * The picture with the header of its result. It has been turned upright already, so it says that
   * it is; it has been converted by its profile unless that is kept, so it says nothing of it (of
   * which libvips before 8.15 writes a WebP's however told).
   */
  static VipsImage of(VipsImage picture, Writing writing) {
    HeaderEdit header = dense(picture, writing).editHeader();
    switch (writing.metadata()) {
      case NONE -> header.remove(ColorConversion.PROFILE);
      case PROFILE -> PRIVATE.forEach(header::remove);
      case ALL -> header.remove(THUMBNAIL).set(ORIENTATION, UPRIGHT);
    }
    return header.done();
  }

  private static VipsImage dense(VipsImage picture, Writing writing) {
    if (writing.density().isEmpty()) {
      return picture;
    }
    double pixelsPerMillimetre = writing.density().getAsInt() / MILLIMETRES_PER_INCH;
    return picture
        .operation("copy")
        .number("xres", pixelsPerMillimetre)
        .number("yres", pixelsPerMillimetre)
        .toImage();
  }
}
