package io.tintype.vips;

import io.tintype.vips.jna.LibVips;
import java.lang.foreign.ValueLayout;

/** Changes the header of an image nobody else has seen yet. */
public final class HeaderEdit {
  private final VipsScope scope;
  private final VipsImage image;

  HeaderEdit(VipsScope scope, VipsImage image) {
    this.scope = scope;
    this.image = image;
  }

  public HeaderEdit set(String field, int number) {
    LibVips.vips_image_set_int(image.address(), scope.vips().name(field), number);
    return this;
  }

  public HeaderEdit set(String field, int... numbers) {
    LibVips.vips_image_set_array_int(
        image.address(),
        scope.vips().name(field),
        scope.arena().allocateFrom(ValueLayout.JAVA_INT, numbers).address(),
        numbers.length);
    return this;
  }

  /** Removes a field; nothing happens if there is none. */
  public HeaderEdit remove(String field) {
    LibVips.vips_image_remove(image.address(), scope.vips().name(field));
    return this;
  }

  /** The image with its new header. */
  public VipsImage done() {
    return image;
  }
}
