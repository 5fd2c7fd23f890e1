package io.tintype.dialect.imagekit;

import io.tintype.model.Expression;
import io.tintype.model.FormatChoice;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import io.tintype.model.QualityChoice;
import java.util.Optional;

/** What a chain, or a branch of it, says about the result; the last word counts. */
final class OutputDraft {
  private Optional<FormatChoice> format = Optional.empty();
  private Optional<QualityChoice> quality = Optional.empty();
  private Optional<Boolean> progressive = Optional.empty();
  private Optional<Boolean> lossless = Optional.empty();
  private Optional<Boolean> profile = Optional.empty();
  private Optional<Boolean> metadata = Optional.empty();
  private Optional<Expression> density = Optional.empty();

  void format(FormatChoice choice) {
    format = Optional.of(choice);
  }

  void quality(int percent) {
    quality = Optional.of(new QualityChoice.Percent(percent));
  }

  void progressive(boolean wanted) {
    progressive = Optional.of(wanted);
  }

  void lossless(boolean wanted) {
    lossless = Optional.of(wanted);
  }

  void profile(boolean kept) {
    profile = Optional.of(kept);
  }

  void metadata(boolean kept) {
    metadata = Optional.of(kept);
  }

  void density(Expression dpi) {
    density = Optional.of(dpi);
  }

  Output output() {
    return new Output(format, quality, progressive, lossless, kept(), density);
  }

  /** All metadata include the profile; what is not wanted and not said is not kept. */
  private Optional<Metadata> kept() {
    if (metadata.isEmpty() && profile.isEmpty()) {
      return Optional.empty();
    }
    if (metadata.orElse(false)) {
      return Optional.of(Metadata.ALL);
    }
    return Optional.of(profile.orElse(false) ? Metadata.PROFILE : Metadata.NONE);
  }
}
