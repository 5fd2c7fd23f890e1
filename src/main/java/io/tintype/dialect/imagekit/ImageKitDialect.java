package io.tintype.dialect.imagekit;

import io.tintype.dialect.ConsultedHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Disposition;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.Findings;
import io.tintype.dialect.RawRequest;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ImageKit's URL language; {@code docs/imagekit.md} tells what of it is honoured. The
 * transformation stands in {@code tr:} segments of the path, in {@code tr} of the query, or in
 * both: one chain, the path's steps first.
 */
public final class ImageKitDialect implements Dialect {
  private final boolean strict;
  private final NamedTransformations names;

  public ImageKitDialect(ImageKitSettings settings) {
    this.strict = settings.strict();
    this.names = new NamedTransformations(settings.transformations());
  }

  /**
   * What is wrong with a named transformation, in one sentence: unknown names and parameters,
   * impossible values, a name that contains itself. Parameters that are only not supported yet are
   * no problem; requests report them.
   *
   * @param name key in the configuration
   * @param transformations all of the configuration, since names may contain names
   */
  public static Optional<String> problemOf(String name, Map<String, String> transformations) {
    return new NamedTransformations(transformations).problemOf(name);
  }

  @Override
  public DeliveryRequest parse(RawRequest request) {
    UrlPath path = UrlPath.of(request.rawPath());
    UrlQuery query = UrlQuery.of(request.rawQuery());
    SourceRef source = SourceReader.read(path.source(), query.forwarded());
    Findings findings = new Findings();
    List<Component> components = components(path, query);
    ChainReader.ReadChain chain = ChainReader.read(names.expand(components), findings);
    QueryOptions.check(query, findings);
    boolean original = chain.output().original();
    if (strict && !original) {
      findings.refuse();
    }
    return new DeliveryRequest(
        source,
        original ? Transformation.NONE : chain.transformation(),
        new Disposition(original, QueryOptions.attachment(query, path, source)),
        original ? Optional.empty() : chain.output().defaultImage(),
        components.stream().flatMap(part -> part.items().stream()).map(Item::raw).toList(),
        // ImageKit's page says that orig-true ignores all other parameters: no news to report.
        original ? List.of() : findings.ignored(),
        query.cacheKey(),
        query.signed(),
        ConsultedHints.NONE);
  }

  @Override
  public FaultStyle faultStyle() {
    return FaultStyle.IMAGEKIT;
  }

  private static List<Component> components(UrlPath path, UrlQuery query) {
    List<Component> components = new ArrayList<>();
    int position = 0;
    for (List<String> chains : List.of(path.chains(), query.chains())) {
      for (String chain : chains) {
        components.addAll(ChainSplitter.split(chain, position));
        position += chain.length() + 1;
      }
    }
    return components;
  }
}
