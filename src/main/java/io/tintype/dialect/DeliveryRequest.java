package io.tintype.dialect;

import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.Optional;

/**
 * A URL, understood.
 *
 * @param source what to read
 * @param transformation what to do with it
 * @param disposition how to hand it over
 * @param defaultImage what to read instead when no origin can give the source
 * @param asked every transformation parameter of the URL, honoured or not, in URL order and in the
 *     form of {@link Ignored#raw}: what is reported when the source turns out not to be transformed
 * @param ignored what the URL asked for and will not get, in URL order
 * @param cacheQuery the part of the query that belongs to the cache key; empty = none
 * @param signed whether the URL carries a signature
 * @param consulted which client hints have been looked at
 */
public record DeliveryRequest(
    SourceRef source,
    Transformation transformation,
    Disposition disposition,
    Optional<SourceRef> defaultImage,
    List<String> asked,
    List<Ignored> ignored,
    String cacheQuery,
    boolean signed,
    ConsultedHints consulted) {
  public DeliveryRequest {
    asked = List.copyOf(asked);
    ignored = List.copyOf(ignored);
  }
}
