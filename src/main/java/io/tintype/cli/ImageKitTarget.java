package io.tintype.cli;

import io.tintype.dialect.Compromise;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.Rendition;
import io.tintype.dialect.imagekit.ChainPrinter;
import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Writes requests as ImageKit's URLs: {@code tr:<chain>/<path>}. */
record ImageKitTarget(DeliveryRequest asked) implements TargetWriter {
  private static final String ORIGINAL = "orig-true";

  /** Behind a source one page of which is shown. */
  private static final String STILL = "/ik-thumbnail.jpg";

  @Override
  public Written targets() {
    Transformation asking = asked.transformation();
    if (asked.disposition().original()) {
      return new Written.Targets(requests(ORIGINAL), asking, List.of());
    }
    Transformation meant = onPage(asking, OptionalInt.empty());
    return switch (ChainPrinter.render(meant)) {
      case Rendition.Chain(var chain) -> new Written.Targets(requests(chain), asking, List.of());
      case Rendition.Wordless(var part) ->
          Compromise.settle(meant, Compromise.FOR_IMAGEKIT, ChainPrinter::render)
              .<Written>map(
                  settled ->
                      new Written.Targets(
                          requests(settled.chain()),
                          onPage(settled.meant(), asking.page()),
                          settled.differences()))
              .orElseGet(
                  () -> new Written.Wordless("ImageKit's language has no words for " + part));
    };
  }

  @Override
  public Optional<Written.Targets> named() {
    return TargetWriter.nameOf(asked)
        .map(name -> new Written.Targets(requests("n-" + name), asked.transformation(), List.of()));
  }

  /** Pages are said with the source, and not in the chain alone. */
  private static Transformation onPage(Transformation meant, OptionalInt page) {
    return new Transformation(page, meant.steps(), meant.output(), meant.asStored());
  }

  private List<RawRequest> requests(String chain) {
    OptionalInt page = asked.transformation().page();
    String paged = page.isPresent() ? chain + ",pg-" + page.getAsInt() : chain;
    String whole =
        asked
            .defaultImage()
            .flatMap(ImageKitTarget::path)
            .map(picture -> paged + ",di-" + picture.path().replace("/", "@@"))
            .orElse(paged);
    String front = "tr:" + PercentEncoding.encodePath(whole).replace("/", "%2F") + "/";
    String end = page.isPresent() ? STILL : "";
    return sources()
        .map(source -> new RawRequest(front + source.rawPath() + end, query(source)))
        .toList();
  }

  private String query(SourceRef.Named source) {
    String saving =
        asked
            .disposition()
            .attachment()
            .map(
                name ->
                    "ik-attachment=true&ik-attachment-filename="
                        + PercentEncoding.encodeSegment(name))
            .orElse("");
    return Stream.of(source.query(), saving)
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + "&" + other)
        .orElse("");
  }

  /** Paths of the source, with and without its extension. */
  private Stream<SourceRef.Named> sources() {
    return switch (asked.source()) {
      case SourceRef.Asset asset ->
          Stream.of(asset.mirrored(), asset.called(asset.publicId(), "").mirrored()).distinct();
      case SourceRef.Remote(var url) -> Stream.of(inPath(url));
      case SourceRef.Named named -> Stream.of(named);
      case SourceRef.Vendor _ -> Stream.empty();
    };
  }

  /** A URL in a path, with its query behind. */
  static SourceRef.Named inPath(String url) {
    int question = url.indexOf('?');
    return question < 0
        ? new SourceRef.Named(url, "")
        : new SourceRef.Named(url.substring(0, question), url.substring(question + 1));
  }

  private static Optional<SourceRef.Named> path(SourceRef picture) {
    return switch (picture) {
      case SourceRef.Asset asset -> Optional.of(asset.mirrored());
      case SourceRef.Named named -> Optional.of(named);
      case SourceRef.Remote _, SourceRef.Vendor _ -> Optional.empty();
    };
  }
}
