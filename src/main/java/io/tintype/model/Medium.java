package io.tintype.model;

import java.util.Locale;
import java.util.Optional;

/** What kind of bytes a result is. */
public sealed interface Medium {
  /** An encoded picture. */
  record Picture(ImageFormat format) implements Medium {}

  /** A few bytes of text that a page shows in place of a picture. */
  record Placeholder(FormatChoice.Kind kind) implements Medium {}

  /** The IANA media type. */
  default String mediaType() {
    return switch (this) {
      case Picture(var format) -> format.mediaType();
      case Placeholder _ -> "text/plain";
    };
  }

  /** Of a file that holds it, without the dot. */
  default String extension() {
    return switch (this) {
      case Picture(var format) -> format.extension();
      case Placeholder _ -> "txt";
    };
  }

  /** What metrics call it: one of a closed set, in lower case. */
  default String label() {
    return switch (this) {
      case Picture(var format) -> format.name().toLowerCase(Locale.ROOT);
      case Placeholder(var kind) -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  /** The format of a picture; empty for everything else. */
  default Optional<ImageFormat> picture() {
    return this instanceof Picture(var format) ? Optional.of(format) : Optional.empty();
  }
}
