package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an asset is found and handed over. */
final class DeliveryParams {
  private static final int LAST_PAGE = 100_000;
  private static final Pattern NAMED = Pattern.compile("(?:name|embedded):.*");

  /** Numbers and ranges: {@code 2-4;7}, {@code 5-}. */
  private static final Pattern SEVERAL = Pattern.compile("([0-9]{1,9})[;-][0-9;-]*");

  static final List<Param<DeliveryDraft>> ALL =
      List.of(
          Param.named("d")
              .taking(Values.of("a public id", text -> Optional.of(text.replace(':', '/'))))
              .sets(DeliveryDraft::defaultImage),
          Param.named("pg").taking(page()).sets(DeliveryDraft::page));

  private DeliveryParams() {}

  private static ValueReader<Integer> page() {
    ValueReader<Integer> one = CloudinaryValues.integer(1, LAST_PAGE);
    return new ValueReader<>(
        one.expected(),
        text -> {
          Matcher several = SEVERAL.matcher(text);
          if (several.matches()) {
            return one.read(several.group(1)) instanceof Reading.Value<Integer>(var first)
                ? new Reading.Partly<>(
                    first, "is not supported for several pages: only the first one is shown")
                : new Reading.Invalid<>();
          }
          return NAMED.matcher(text).matches()
              ? new Reading.Unsupported<>("needs a file with layers, and none is opened")
              : one.read(text);
        });
  }
}
