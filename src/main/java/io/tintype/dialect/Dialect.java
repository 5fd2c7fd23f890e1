package io.tintype.dialect;

/**
 * A URL grammar, set up for one endpoint: what the endpoint decides (named transformations,
 * strictness) is given to the constructor, so that reading has one input.
 */
public interface Dialect {
  /**
   * Reads a raw request.
   *
   * @throws io.tintype.fault.FaultException with a fault the caller is to blame for; nothing else
   */
  DeliveryRequest parse(RawRequest request);

  /** How this dialect's clients expect failures to look. */
  FaultStyle faultStyle();
}
