package io.tintype.cache.disk;

import io.tintype.cache.Makings;
import io.tintype.model.Accepts;
import io.tintype.model.AssetType;
import io.tintype.model.DeliveryType;
import io.tintype.model.FocusArea;
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How sources, and what is known of them, stand in a file. */
final class SourceCodec {
  private static final int NAMED = 1;
  private static final int REMOTE = 2;
  private static final int ASSET = 3;
  private static final int VENDOR = 4;

  private SourceCodec() {}

  static void write(Scribe to, Makings makings) {
    to.flag(makings.complete())
        .all(
            makings.found().entrySet(),
            (scribe, found) -> {
              write(scribe, found.getKey());
              scribe.text(found.getValue().origin().name());
              write(scribe, found.getValue().info());
            });
  }

  static Makings makings(Reading from) {
    boolean complete = from.flag();
    Map<SourceRef, Makings.Part> found = new LinkedHashMap<>();
    for (var one : from.all(SourceCodec::part)) {
      found.put(one.getKey(), one.getValue());
    }
    return new Makings(found, complete);
  }

  static void write(Scribe to, SourceInfo info) {
    to.text(info.contentType())
        .maybe(boxed(info.length()), Scribe::number)
        .text(info.validators().etag())
        .text(info.validators().lastModified())
        .text(info.contentRange())
        .text(info.canonicalUrl())
        .flag(info.isPrivate())
        .maybe(info.focus(), SourceCodec::write);
  }

  static SourceInfo info(Reading from) {
    return new SourceInfo(
        from.text(),
        unboxed(from.maybe(Reading::longNumber)),
        new Validators(from.text(), from.text()),
        from.text(),
        from.text(),
        from.flag(),
        from.maybe(SourceCodec::focus));
  }

  private static Map.Entry<SourceRef, Makings.Part> part(Reading from) {
    SourceRef source = source(from);
    OriginId origin = new OriginId(from.text());
    return Map.entry(source, new Makings.Part(origin, info(from)));
  }

  private static void write(Scribe to, SourceRef source) {
    switch (source) {
      case SourceRef.Named(var path, var query) -> to.number(NAMED).text(path).text(query);
      case SourceRef.Remote(var url) -> to.number(REMOTE).text(url);
      case SourceRef.Asset asset ->
          to.number(ASSET)
              .constant(asset.type())
              .constant(asset.delivery())
              .text(asset.publicId())
              .text(asset.extension())
              .maybe(boxed(asset.version()), Scribe::number)
              .flag(asset.typed());
      case SourceRef.Vendor(var path, var query, var accepts) ->
          to.number(VENDOR)
              .text(path)
              .text(query)
              .flag(accepts.avif())
              .flag(accepts.webp());
    }
  }

  private static SourceRef source(Reading from) {
    int kind = from.number();
    return switch (kind) {
      case NAMED -> new SourceRef.Named(from.text(), from.text());
      case REMOTE -> new SourceRef.Remote(from.text());
      case ASSET ->
          new SourceRef.Asset(
              from.constant(AssetType.class),
              from.constant(DeliveryType.class),
              from.text(),
              from.text(),
              unboxed(from.maybe(Reading::longNumber)),
              from.flag());
      case VENDOR ->
          new SourceRef.Vendor(from.text(), from.text(), new Accepts(from.flag(), from.flag()));
      default -> throw new IllegalArgumentException("source of kind " + kind);
    };
  }

  private static void write(Scribe to, FocusArea area) {
    to.number(area.x()).number(area.y()).number(area.width()).number(area.height());
  }

  private static FocusArea focus(Reading from) {
    return new FocusArea(from.number(), from.number(), from.number(), from.number());
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private static OptionalLong unboxed(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }
}
