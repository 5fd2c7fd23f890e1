package io.tintype.dialect.imagekit;

import io.tintype.model.FormatChoice;
import io.tintype.model.Output;
import io.tintype.model.SourceRef;
import java.util.Optional;
import java.util.OptionalInt;

/** What the whole chain says about the result; the last word counts, wherever it stands. */
final class OutputDraft {
  private FormatChoice format = FormatChoice.AUTOMATIC;
  private OptionalInt quality = OptionalInt.empty();
  private boolean original;
  private Optional<SourceRef> defaultImage = Optional.empty();

  void format(FormatChoice choice) {
    format = choice;
  }

  void quality(int percent) {
    quality = OptionalInt.of(percent);
  }

  void original(boolean wanted) {
    original = wanted;
  }

  void defaultImage(SourceRef source) {
    defaultImage = Optional.of(source);
  }

  Output output() {
    return new Output(format, quality);
  }

  boolean original() {
    return original;
  }

  Optional<SourceRef> defaultImage() {
    return defaultImage;
  }
}
