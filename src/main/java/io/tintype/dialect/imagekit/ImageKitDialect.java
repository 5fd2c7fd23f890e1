package io.tintype.dialect.imagekit;

import io.tintype.dialect.Asked;
import io.tintype.dialect.ChainKind;
import io.tintype.dialect.ConsultedHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Disposition;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.Findings;
import io.tintype.dialect.HintReading;
import io.tintype.dialect.RawRequest;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ImageKit's URL language; {@code docs/imagekit.md} tells what of it is honoured. The
 * transformation stands in {@code tr:} segments of the path, in {@code tr} of the query, or in
 * both: one chain, the path's steps first.
 */
public final class ImageKitDialect implements Dialect {
  private final ImageKitSettings settings;
  private final NamedTransformations names;

  public ImageKitDialect(ImageKitSettings settings) {
    this.settings = settings;
    this.names = new NamedTransformations(settings.transformations());
  }

  /**
   * What is wrong with a named transformation, in one sentence: unknown names and parameters,
   * impossible values, a name that contains itself. Parameters that ImageKit has and we do not are
   * no problem; requests report them.
   *
   * @param name key in the configuration
   * @param settings of an endpoint that uses it, with all of the configuration's transformations,
   *     since names may contain names
   */
  public static Optional<String> problemOf(String name, ImageKitSettings settings) {
    return new NamedTransformations(settings.transformations()).problemOf(name, settings);
  }

  /** Whether a request has a transformation in this language, on endpoints that know another. */
  public static boolean isMeant(RawRequest request) {
    return !UrlPath.of(request.rawPath()).chains().isEmpty()
        || !UrlQuery.of(request.rawQuery()).chains().isEmpty();
  }

  @Override
  public DeliveryRequest parse(RawRequest request) {
    UrlPath path = UrlPath.of(request.rawPath());
    UrlQuery query = UrlQuery.of(request.rawQuery());
    SourceRef source = SourceReader.read(path.source(), query.forwarded());
    Findings findings = new Findings();
    HintReading hints = new HintReading(request.hints());
    List<Component> components = components(path, query);
    List<Component> expanded = names.expand(components);
    ReadChain chain =
        ReadChain.of(
            expanded, new Context(findings, hints, settings), SourceReader.isStill(path.source()));
    QueryOptions.check(query, findings);
    boolean original = chain.original();
    if (!original) {
      findings.refuseForbidden();
    }
    if (settings.strict() && !original) {
      findings.refuse();
    }
    return new DeliveryRequest(
        source,
        original ? Transformation.NONE : chain.transformation(),
        new Disposition(
            original,
            QueryOptions.attachment(query, path, source),
            false,
            false,
            QueryOptions.sanitises(query)),
        original ? Optional.empty() : chain.defaultImage(),
        new Asked(raw(components), Inventory.of(expanded)),
        // ImageKit's page says that orig-true ignores all other parameters: no news to report.
        original ? List.of() : findings.ignored(),
        query.cacheKey(),
        kindOf(components, SourceReader.isStill(path.source())),
        query.seal(),
        original ? ConsultedHints.NONE : hints.consulted());
  }

  @Override
  public FaultStyle faultStyle() {
    return FaultStyle.IMAGEKIT;
  }

  /** A still picture that is asked for by a name in the path is a transformation like any other. */
  private static ChainKind kindOf(List<Component> components, boolean still) {
    if (components.isEmpty() && !still) {
      return ChainKind.NONE;
    }
    boolean named =
        !still
            && components.stream()
                .flatMap(component -> component.parts().stream())
                .allMatch(ImageKitDialect::isName);
    return named ? ChainKind.NAMED : ChainKind.EXPLICIT;
  }

  private static List<String> raw(List<Component> components) {
    return components.stream().flatMap(one -> one.parts().stream()).map(Part::raw).toList();
  }

  private static boolean isName(Part part) {
    return part instanceof Item item && item.key().equals(NamedTransformations.KEY);
  }

  private static List<Component> components(UrlPath path, UrlQuery query) {
    List<Component> components = new ArrayList<>();
    ChainSplitter splitter = new ChainSplitter();
    path.chains().forEach(chain -> components.addAll(splitter.split(chain)));
    query.chains().forEach(chain -> components.addAll(FormSpaces.read(splitter.split(chain))));
    return components;
  }
}
