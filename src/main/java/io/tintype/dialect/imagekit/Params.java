package io.tintype.dialect.imagekit;

import io.tintype.dialect.ParamTable;

/** All parameters of ImageKit's language but {@code n}, which stands for others. */
final class Params {
  /** What belongs to the component it stands in. */
  static final ParamTable<StepDraft> STEP =
      new ParamTable<>(GeometryParams.ALL, PaintParams.ALL, OtherParams.LATER, OtherParams.REMOVED);

  /** What belongs to the chain as a whole. */
  static final ParamTable<OutputDraft> OUTPUT = new ParamTable<>(OutputParams.ALL);

  private Params() {}
}
