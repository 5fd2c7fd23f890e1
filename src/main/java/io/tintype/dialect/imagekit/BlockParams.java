package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.Values;
import java.util.List;
import java.util.Optional;

/** Size and colour of a block. */
final class BlockParams {
  private static final int MOST_TENTHS = 9;

  static final List<Param<BlockDraft>> ALL =
      List.of(
          // Has been read already: it is what makes the layer a block.
          Param.named("i").taking(Values.of("", Optional::of)).sets((_, _) -> {}),
          Param.named("ie").taking(Values.of("", Optional::of)).sets((_, _) -> {}),
          Param.named("w").taking(ImageKitValues.side(Scope.UNSIZED)).sets(BlockDraft::width),
          Param.named("h").taking(ImageKitValues.side(Scope.UNSIZED)).sets(BlockDraft::height),
          Param.named("bg").taking(Paint.reader()).sets(BlockDraft::color),
          Param.named("al").taking(Values.integer(1, MOST_TENTHS)).sets(BlockDraft::opacity));

  private BlockParams() {}
}
