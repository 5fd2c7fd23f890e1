package io.tintype.dialect.imagekit;

import io.tintype.dialect.Findings;
import io.tintype.dialect.RawText;
import io.tintype.fault.Fault;
import io.tintype.model.SourceRef;
import java.util.Optional;

/** What the {@code ik-…} pairs of a query ask for, apart from signatures. */
final class QueryOptions {
  private static final String ATTACHMENT = "ik-attachment";
  private static final String FILE_NAME = "ik-attachment-filename";
  private static final String SANITISE = "ik-sanitizeSvg";
  private static final String NAMELESS = "download";

  /** Options come behind every item of the chain in a report. */
  private static final int LAST = Integer.MAX_VALUE;

  private QueryOptions() {}

  /** Notes the options that will not be honoured. Those nobody knows only bust caches. */
  static void check(UrlQuery query, Findings findings) {
    for (UrlQuery.Option option : query.options()) {
      String value = option.value();
      String raw = option.name() + "=" + value;
      switch (option.name()) {
        case ATTACHMENT -> {
          if (!value.equals("true") && !value.equals("false")) {
            findings.invalid(
                LAST, raw, new Fault.InvalidArgument(ATTACHMENT, value, "true or false"));
          }
        }
        case SANITISE -> {
          if (!value.equals("true") && !value.equals("false")) {
            findings.invalid(
                LAST, raw, new Fault.InvalidArgument(SANITISE, value, "true or false"));
          }
        }
        case "ik-obj-version" ->
            findings.moot(LAST, raw, "is of no effect without a media library");
        default -> {}
      }
    }
  }

  /** Whether an SVG is to be delivered without anything that could do harm. */
  static boolean sanitises(UrlQuery query) {
    return query.option(SANITISE).equals(Optional.of("true"));
  }

  /** The file name to offer for saving, if the answer is to be saved. */
  static Optional<String> attachment(UrlQuery query, UrlPath path, SourceRef source) {
    if (!query.option(ATTACHMENT).equals(Optional.of("true"))) {
      return Optional.empty();
    }
    String name =
        query
            .option(FILE_NAME)
            .map(wish -> wish.replaceAll("[/\\\\]", "_"))
            .filter(wish -> !wish.isBlank())
            .orElseGet(() -> lastSegment(path, source));
    return Optional.of(name.isBlank() ? NAMELESS : name);
  }

  /** As the visitor sees it: the name behind {@code ik-seo}, not the one that is fetched. */
  private static String lastSegment(UrlPath path, SourceRef source) {
    String whole =
        switch (source) {
          case SourceRef.Named _, SourceRef.Asset _, SourceRef.Vendor _ ->
              RawText.decode(path.source());
          case SourceRef.Remote(var url) -> RawText.decode(url.replaceFirst("\\?.*", ""));
        };
    return whole.substring(whole.lastIndexOf('/') + 1);
  }
}
