package io.tintype.bus;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.model.FocusArea;
import io.tintype.model.ImageFormat;
import java.util.Optional;

/** What became of something a transformation needs besides its source. */
public sealed interface Ingredient {
  /**
   * A picture we decode.
   *
   * @param focus what its origin has stored with it
   */
  record Picture(ImageBytes bytes, ImageFormat format, Optional<FocusArea> focus)
      implements Ingredient {}

  /** A font file. */
  record Font(ImageBytes bytes) implements Ingredient {}

  /** What has been fetched for a layer; empty if it is nothing a layer can use. */
  static Optional<Ingredient> of(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Whole(_, var info, var bytes, var format) ->
          Optional.of(new Picture(bytes, format, info.focus()));
      case Fetched.File(_, _, var bytes) -> Optional.of(new Font(bytes));
      case Fetched.Streaming _, Fetched.Unchanged _ -> Optional.empty();
    };
  }

  /** It cannot be had; only matters if it turns out to be needed. */
  record Missing(Fault why) implements Ingredient {}
}
