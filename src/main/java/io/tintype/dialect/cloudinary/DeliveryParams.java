package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How an asset is found and handed over. */
final class DeliveryParams {
  private static final int LAST_PAGE = 100_000;
  private static final Pattern SEVERAL =
      Pattern.compile("(?:name|embedded):.*|[0-9;-]*[;-][0-9;-]*");

  static final List<Param<DeliveryDraft>> ALL =
      List.of(
          Param.named("d")
              .taking(Values.of("a public id", text -> Optional.of(text.replace(':', '/'))))
              .sets(DeliveryDraft::defaultImage),
          Param.named("pg").taking(page()).sets(DeliveryDraft::page));

  private DeliveryParams() {}

  private static ValueReader<Integer> page() {
    return Values.integer(1, LAST_PAGE).notYet(text -> SEVERAL.matcher(text).matches());
  }
}
