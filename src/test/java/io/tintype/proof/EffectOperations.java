package io.tintype.proof;

import static java.util.Map.entry;

import io.tintype.proof.Operations.Change;
import java.util.Map;

/** More words in which tables describe references: {@code docs/cloudinary-effects.md} has them. */
final class EffectOperations {
  static final Map<String, Change> CHANGES =
      Map.ofEntries(
          entry("matrix", (in, a) -> Mixing.matrix(in, a.numbers(0))),
          entry("sepia", (in, a) -> Mixing.sepia(in, a.number(0))),
          entry("cover", (in, a) -> Mixing.cover(in, a.tint(0), a.number(1))),
          entry("shift", (in, a) -> Mixing.shift(in, a.numbers(0))),
          entry("negative", (in, a) -> Mixing.negative(in)),
          entry("lab", (in, a) -> Mixing.lab(in, a.number(0), a.number(1))),
          entry("vibrance", (in, a) -> Mixing.vibrance(in, a.number(0))),
          entry("hue", (in, a) -> Mixing.hue(in, a.number(0))),
          entry("value", (in, a) -> Mixing.value(in, a.number(0))),
          entry("sigmoid", (in, a) -> Curving.sigmoid(in, a.number(0))),
          entry("linear", (in, a) -> Curving.linear(in, a.number(0))),
          entry("power", (in, a) -> Curving.power(in, a.number(0))),
          entry("fill-light", (in, a) -> Curving.fillLight(in, a.number(0), a.number(1))),
          entry("black-white", (in, a) -> Curving.blackWhite(in, a.number(0))),
          entry("map", (in, a) -> Curving.gradientMap(in, a.number(0), false, a, 1)),
          entry("equal-map", (in, a) -> Curving.gradientMap(in, a.number(0), true, a, 1)),
          entry("stretch", (in, a) -> Curving.stretched(in, a.number(0), true)),
          entry("stretch-each", (in, a) -> Curving.stretched(in, a.number(0), false)),
          entry("stretch-light", (in, a) -> Curving.brightened(in, a.number(0))),
          entry("clear", (in, a) -> Masking.clear(in, a.tint(0), a.number(1))),
          entry("clear-below", (in, a) -> Masking.clearBelow(in, a.number(0))),
          entry("fade-from", (in, a) -> Masking.faded(in, a.text(0), a.number(1), a.number(2))),
          entry("vignette", (in, a) -> Masking.vignette(in, a.number(0))),
          entry(
              "cast", (in, a) -> Masking.cast(in, a.tint(0), a.number(1), a.whole(2), a.whole(3))),
          entry("outline", (in, a) -> Masking.outlined(in, a.text(0), a.whole(1), a.tint(2))),
          entry("pixelate", (in, a) -> Painting.pixelated(in, a.whole(0))),
          entry("least", (in, a) -> Painting.extreme(in, a.whole(0), false)),
          entry("largest", (in, a) -> Painting.extreme(in, a.whole(0), true)),
          entry("median", (in, a) -> Painting.median(in, a.whole(0))),
          entry("cartoon", (in, a) -> Painting.cartoon(in, a.number(0), a.whole(1))),
          entry("dither", (in, a) -> Painting.dithered(in, a.text(0))),
          entry("shear", (in, a) -> Warping.shear(in, a.number(0), a.number(1))),
          entry("tile", (in, a) -> Layering.tiled(in, a.sheet(0))),
          entry("mask", (in, a) -> Layering.mask(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry("screen", (in, a) -> Layering.screen(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry("overlay", (in, a) -> Layering.overlay(in, a.whole(0), a.whole(1), a.sheet(2))));

  private EffectOperations() {}
}
