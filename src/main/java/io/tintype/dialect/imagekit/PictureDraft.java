package io.tintype.dialect.imagekit;

import io.tintype.model.Layer;
import io.tintype.model.SourceRef;
import java.util.Optional;
import java.util.OptionalInt;

/** What a layer says about the picture it shows. */
final class PictureDraft {
  private Optional<SourceRef> plain = Optional.empty();
  private Optional<SourceRef> encoded = Optional.empty();
  private Optional<PageWish> page = Optional.empty();

  void plain(SourceRef source) {
    plain = Optional.of(source);
  }

  void encoded(SourceRef source) {
    encoded = Optional.of(source);
  }

  void page(PageWish wish) {
    page = Optional.of(wish);
  }

  /** The picture; empty if none is named. */
  Optional<Layer.Content> content(Usage usage) {
    if (encoded.isPresent()) {
      usage.moot("is overridden by ie", "i");
    }
    Optional<SourceRef> source = encoded.or(() -> plain);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt number = page.map(wish -> wish.only(usage)).orElse(OptionalInt.empty());
    return Optional.of(new Layer.Picture(source.get(), number));
  }
}
