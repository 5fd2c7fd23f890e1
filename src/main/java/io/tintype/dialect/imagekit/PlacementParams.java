package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.dialect.imagekit.PlacementDraft.Offset;
import io.tintype.model.Expression;
import io.tintype.model.Layer.Blend;
import java.util.List;
import java.util.Map;

/** Where a layer goes. */
final class PlacementParams {
  private static final Map<String, Blend> BLENDS =
      Map.of(
          "multiply", Blend.MULTIPLY,
          "cutter", Blend.CUTTER,
          "cutout", Blend.CUTOUT,
          "displace", Blend.DISPLACE);

  static final List<Param<PlacementDraft>> ALL =
      List.of(
          Param.named("lx").taking(offset()).sets(PlacementDraft::left),
          Param.named("ly").taking(offset()).sets(PlacementDraft::top),
          Param.named("lxc").taking(offset()).sets(PlacementDraft::middleX),
          Param.named("lyc").taking(offset()).sets(PlacementDraft::middleY),
          Param.named("lap").taking(Anchors.reader()).sets(PlacementDraft::anchor),
          Param.named("lfo").taking(Anchors.reader()).sets(PlacementDraft::focus),
          Param.named("lm").taking(Values.oneOf(BLENDS)).sets(PlacementDraft::blend),
          Param.named("lso").reported(Reasons.VIDEO),
          Param.named("leo").reported(Reasons.VIDEO),
          Param.named("ldu").reported(Reasons.VIDEO));

  private PlacementParams() {}

  /** By the time a layer is placed all sizes are known, whatever it shows. */
  private static ValueReader<Offset> offset() {
    ValueReader<Expression> plain = ImageKitValues.length(0, Scope.LAYER);
    return new ValueReader<>(
        "a number of pixels such as 10 or N10, or arithmetic",
        text -> {
          String signed = ImageKitValues.withSign(text);
          boolean negative = signed.startsWith("-");
          return plain
              .read(negative ? signed.substring(1) : text)
              .map(pixels -> new Offset(pixels, negative));
        });
  }
}
