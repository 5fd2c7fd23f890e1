package io.tintype.dialect;

import io.tintype.model.Ingredients;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A URL, understood.
 *
 * @param source what to read
 * @param transformation what to do with it
 * @param disposition how to hand it over
 * @param defaultImage what to read instead when no origin can give the source
 * @param asked what the URL asks for in its own words, for reports
 * @param ignored what the URL asked for and will not get, in URL order
 * @param cacheQuery the part of the query that belongs to the cache key; empty = none
 * @param chainKind who decided about the transformation
 * @param seal signature of the URL, not checked; empty = none
 * @param consulted which client hints have been looked at
 */
public record DeliveryRequest(
    SourceRef source,
    Transformation transformation,
    Disposition disposition,
    Optional<SourceRef> defaultImage,
    Asked asked,
    List<Ignored> ignored,
    String cacheQuery,
    ChainKind chainKind,
    Optional<Seal> seal,
    ConsultedHints consulted) {
  public DeliveryRequest {
    ignored = List.copyOf(ignored);
  }

  /**
   * Everything that is not honoured, as the URL has it, in URL order.
   *
   * @param unmet wishes that a plan does not meet, as a URL would name them
   */
  public List<String> unhonoured(List<String> unmet) {
    return asked.unhonoured(ignored, unmet);
  }

  /** Every source that the URL names, whether or not it will be read. */
  public List<SourceRef> references() {
    Ingredients ingredients = transformation.ingredients();
    return Stream.of(
            Stream.of(source),
            defaultImage.stream(),
            ingredients.pictures().stream(),
            ingredients.fonts().stream())
        .flatMap(named -> named)
        .toList();
  }
}
