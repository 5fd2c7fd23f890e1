package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.Values;
import java.util.List;

/** What is delivered; for the whole chain, whatever comes of conditions. */
final class DeliveryParams {
  static final List<Param<DeliveryDraft>> ALL =
      List.of(
          Param.named("orig").taking(Values.flag()).sets(DeliveryDraft::original),
          Param.named("di").taking(SourceReader.stored()).sets(DeliveryDraft::defaultImage),
          Param.named(PageWish.KEY).taking(PageWish.reader()).sets(DeliveryDraft::page));

  private DeliveryParams() {}
}
