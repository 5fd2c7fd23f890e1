package io.tintype.dialect;

import java.util.function.Predicate;

/**
 * Two grammars on one endpoint.
 *
 * @param second for requests that are written in it
 * @param isSecond whether a request is
 */
public record Bilingual(Dialect first, Dialect second, Predicate<RawRequest> isSecond)
    implements Dialect {
  @Override
  public DeliveryRequest parse(RawRequest request) {
    return (isSecond.test(request) ? second : first).parse(request);
  }

  /** That of the first, whose clients the endpoint is for. */
  @Override
  public FaultStyle faultStyle() {
    return first.faultStyle();
  }
}
