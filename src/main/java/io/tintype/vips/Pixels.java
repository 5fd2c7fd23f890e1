package io.tintype.vips;

import io.tintype.bytes.ImageBytes;
import io.tintype.vips.jna.LibGObject;
import io.tintype.vips.jna.LibVips;
import java.util.Optional;

/**
 * A computed picture that outlives the scope it was made in, with a count of owners. Its pixels are
 * read only, so that several threads may show it at once, each in a scope of its own.
 */
public final class Pixels implements AutoCloseable {
  private final long image;
  private final ImageBytes memory;

  private Pixels(long image, ImageBytes memory) {
    this.image = image;
    this.memory = memory;
  }

  /**
   * Keeps a picture.
   *
   * @param computed with its pixels {@linkplain VipsImage#inMemory in memory}, fewer than 2 GiB
   * @param free runs once, when the pixels are gone, on the thread of the last owner
   */
  public static Pixels of(VipsImage computed, Runnable free) {
    long image = LibGObject.g_object_ref(computed.address());
    return new Pixels(
        image,
        ImageBytes.owning(
            LibVips.vips_image_get_data(image),
            Math.toIntExact(computed.bytes()),
            () -> {
              LibGObject.g_object_unref(image);
              free.run();
            }));
  }

  public long bytes() {
    return memory.size();
  }

  /**
   * Shows the picture in a scope, which owns a reference until it closes. What is shown is an image
   * of its own: stopping it, or editing its header, touches nobody else.
   *
   * @return empty if the pixels are already gone
   */
  public Optional<VipsImage> in(VipsScope scope) {
    if (!memory.tryRetain()) {
      return Optional.empty();
    }
    scope.hold(memory);
    memory.close();
    return Optional.of(scope.adopt(LibGObject.g_object_ref(image)).view());
  }

  /** Gives up the reference of whoever made this. */
  @Override
  public void close() {
    memory.close();
  }
}
