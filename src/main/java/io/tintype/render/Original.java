package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.model.Metadata;
import io.tintype.plan.Writing;
import io.tintype.strip.StrippedFile;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** The source itself as a result, where nothing is asked for that would change it. */
final class Original {
  private Original() {}

  /**
   * The source without what shall not be kept of it, if that is smaller than what was written of it
   * anew, which is closed then; else what was written.
   */
  static ImageBytes orSmaller(RenderSource source, Writing writing, ImageBytes written) {
    return writing.metadata() == Metadata.ALL
        ? whole(source, written)
        : stripped(source, writing, written);
  }

  private static ImageBytes whole(RenderSource source, ImageBytes written) {
    return source.bytes().size() < written.size()
        ? instead(written, source.bytes().memory().toArray(ValueLayout.JAVA_BYTE))
        : written;
  }

  private static ImageBytes stripped(RenderSource source, Writing writing, ImageBytes written) {
    Optional<StrippedFile> file =
        StrippedFile.of(
                source.format(), source.bytes().memory(), writing.metadata() == Metadata.PROFILE)
            .filter(original -> original.size() < written.size());
    return file.map(original -> instead(written, original.bytes())).orElse(written);
  }

  /** A copy: the source's own memory is wanted for the next source. */
  private static ImageBytes instead(ImageBytes written, byte[] original) {
    ImageBytes copy = NettyBuffers.copyOf(original);
    written.close();
    return copy;
  }
}
