package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Findings;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;

/**
 * What reading a chain needs to know of everything around it.
 *
 * @param findings where is told what will not be honoured
 * @param pictures what names in layers stand for
 * @param names named transformations
 * @param depth 0 = the chain of the URL, 1 = that of a layer, and so on
 */
record ChainContext(
    Findings findings, LayerPictures pictures, NamedTransformations names, int depth) {
  private static final int DEEPEST = 10;

  /**
   * For the chain of a layer.
   *
   * @throws FaultException if too many layers are in one another
   */
  ChainContext below() {
    if (depth == DEEPEST) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "nesting", "Layers may be nested %d deep at most.".formatted(DEEPEST)));
    }
    return new ChainContext(findings, pictures, names, depth + 1);
  }

  /** A known parameter with a value it cannot have. */
  void invalid(Parameter parameter, String expected) {
    findings.invalid(
        parameter.position(),
        parameter.raw(),
        new Fault.InvalidArgument(parameter.key(), parameter.value(), expected));
  }

  /** A value that is not possible here; the reason follows the parameter. */
  void unsupported(Parameter parameter, String reason) {
    findings.unsupported(parameter.position(), parameter.raw(), reason);
  }
}
