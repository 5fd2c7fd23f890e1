package io.tintype.settings;

import io.tintype.config.Key;
import io.tintype.config.Section;
import io.tintype.routing.Rewriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how an endpoint takes a second vendor's URLs. */
final class RewriterReader {
  private static final List<Key<?>> OF_REWRITER =
      List.of(
          RewriterKeys.CLOUD,
          RewriterKeys.SEMANTICS,
          RewriterKeys.KEEP_TYPES,
          RewriterKeys.FOLDERS,
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
    if (endpoint.get(RewriterKeys.SEMANTICS).equals("imagekit")) {
      endpoint.report(
          RewriterKeys.SEMANTICS.name(), "imagekit is not supported yet; expected cloudinary");
    }
    return Optional.of(
        new Rewriter(
            endpoint.find(RewriterKeys.CLOUD).orElse(""),
            endpoint.get(RewriterKeys.KEEP_TYPES),
            Set.copyOf(endpoint.get(RewriterKeys.FOLDERS))));
  }
}
