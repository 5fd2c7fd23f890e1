package io.tintype.settings;

import io.tintype.config.Key;
import io.tintype.config.Section;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import io.tintype.routing.Rewriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how an endpoint takes a second vendor's URLs. */
final class RewriterReader {
  /** What {@code unsupported} says where the old vendor is asked. */
  static final String FALLTHROUGH = "fallthrough";

  private static final List<Key<?>> OF_REWRITER =
      List.of(
          RewriterKeys.CLOUD,
          RewriterKeys.SEMANTICS,
          RewriterKeys.KEEP_TYPES,
          RewriterKeys.FOLDERS,
          RewriterKeys.OLD_VENDOR,
          RewriterKeys.TOKEN_KEYS,
          RewriterKeys.STRICT,
          RewriterKeys.SECRETS);

  private RewriterReader() {}

  /**
   * Reads the rules; empty if there is no rewriter.
   *
   * @param endpoint section of the endpoint
   */
  static Optional<Rewriter> read(Section endpoint) {
    if (endpoint.find(RewriterKeys.REWRITER).isEmpty()) {
      if (!endpoint.has(RewriterKeys.REWRITER)) {
        OF_REWRITER.stream()
            .filter(endpoint::has)
            .forEach(key -> endpoint.report(key.name(), "expected rewriter beside it"));
      }
      return Optional.empty();
    }
    return Optional.of(
        new Rewriter(
            endpoint.find(RewriterKeys.CLOUD).orElse(""),
            endpoint.get(RewriterKeys.KEEP_TYPES),
            endpoint.get(RewriterKeys.SEMANTICS).equals(RewriterKeys.TRANSLATED),
            oldVendor(endpoint),
            Set.copyOf(endpoint.get(RewriterKeys.FOLDERS))));
  }

  /** Whether parameters of an endpoint mean what they mean to Cloudinary. */
  static boolean speaksCloudinary(Section endpoint) {
    return endpoint.find(RewriterKeys.REWRITER).isPresent()
        && !endpoint.get(RewriterKeys.SEMANTICS).equals(RewriterKeys.TRANSLATED);
  }

  private static Optional<OriginConfig.WebServer> oldVendor(Section endpoint) {
    if (!endpoint.get(EndpointKeys.UNSUPPORTED).equals(FALLTHROUGH)) {
      return Optional.empty();
    }
    return endpoint
        .find(RewriterKeys.OLD_VENDOR)
        .map(
            base ->
                new OriginConfig.WebServer(
                    new OriginId("oldVendor of " + endpoint.name()),
                    Optional.empty(),
                    base,
                    false,
                    Map.of(),
                    OriginConfig.FOCUS_HEADER,
                    Timeouts.DEFAULT));
  }
}
