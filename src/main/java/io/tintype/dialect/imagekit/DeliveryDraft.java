package io.tintype.dialect.imagekit;

import io.tintype.model.SourceRef;
import java.util.Optional;
import java.util.OptionalInt;

/** What the whole chain says about what is delivered; the last word counts. */
final class DeliveryDraft {
  private static final int FIRST_PAGE = 1;

  private boolean original;
  private Optional<SourceRef> defaultImage = Optional.empty();
  private Optional<PageWish> page = Optional.empty();

  void original(boolean wanted) {
    original = wanted;
  }

  void defaultImage(SourceRef source) {
    defaultImage = Optional.of(source);
  }

  void page(PageWish wish) {
    page = Optional.of(wish);
  }

  boolean original() {
    return original;
  }

  Optional<SourceRef> defaultImage() {
    return defaultImage;
  }

  /**
   * The page to show.
   *
   * @param still whether the URL asks for a still picture
   */
  OptionalInt page(boolean still, Usage usage) {
    if (!still) {
      usage.moot("is of no effect without ik-thumbnail.jpg", PageWish.KEY);
      return OptionalInt.empty();
    }
    OptionalInt named = page.map(wish -> wish.only(usage)).orElse(OptionalInt.empty());
    return OptionalInt.of(named.orElse(FIRST_PAGE));
  }
}
