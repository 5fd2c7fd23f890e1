package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.ParamTable;
import java.util.List;
import java.util.stream.Stream;

/** All parameters of ImageKit's language but {@code n}, which stands for others. */
final class Params {
  /** What belongs to a component of the URL's own chain. */
  static final ParamTable<StepDraft> STEP = steps(Scope.PICTURE);

  /** What belongs to a component of a picture layer. */
  static final ParamTable<StepDraft> LAYER_STEP = steps(Scope.LAYER);

  /** What belongs to a component of a block layer. */
  static final ParamTable<StepDraft> BLOCK_STEP =
      withOthers(List.of(ShapeParams.CORNERS, EffectParams.gradient(Scope.UNSIZED)));

  /** What belongs to a component of a text layer. */
  static final ParamTable<StepDraft> TEXT_STEP =
      withOthers(List.of(ShapeParams.ROTATION, ShapeParams.FLIP));

  /** What belongs to a chain, or to a branch of it. */
  static final ParamTable<OutputDraft> OUTPUT = new ParamTable<>(OutputParams.ALL);

  /** What belongs to the URL. */
  static final ParamTable<DeliveryDraft> DELIVERY = new ParamTable<>(DeliveryParams.ALL);

  /** What belongs to every layer. */
  static final ParamTable<PlacementDraft> PLACEMENT = new ParamTable<>(PlacementParams.ALL);

  /** What belongs to a layer that shows a picture. */
  static final ParamTable<PictureDraft> PICTURE = new ParamTable<>(PictureParams.ALL);

  /** What belongs to a layer that shows a block. */
  static final ParamTable<BlockDraft> BLOCK = new ParamTable<>(BlockParams.ALL);

  /** What belongs to a layer that shows words. */
  static final ParamTable<TextDraft> TEXT = new ParamTable<>(TextParams.ALL);

  private Params() {}

  /** Whether a parameter has a meaning somewhere. */
  static boolean knows(String key) {
    return Stream.of(LAYER_STEP, OUTPUT, DELIVERY, PLACEMENT, PICTURE, BLOCK, TEXT)
        .anyMatch(table -> table.find(key).isPresent());
  }

  private static ParamTable<StepDraft> steps(Scope scope) {
    return new ParamTable<>(
        GeometryParams.in(scope),
        ShapeParams.in(scope),
        ToneParams.ALL,
        EffectParams.in(scope),
        OtherParams.REPORTED,
        OtherParams.REMOVED);
  }

  private static ParamTable<StepDraft> withOthers(List<Param<StepDraft>> params) {
    return new ParamTable<>(params, OtherParams.REPORTED, OtherParams.REMOVED);
  }
}
