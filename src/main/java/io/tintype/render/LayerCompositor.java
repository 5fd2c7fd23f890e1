package io.tintype.render;

import io.tintype.plan.PlannedLayer;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsImage;
import java.util.function.BinaryOperator;

/**
 * Brings a layer and the picture below together, in sRGB as it is stored and without colours
 * multiplied by alpha. A picture without alpha stays so where the layer adds none.
 */
final class LayerCompositor {
  private static final double OPAQUE = 255;

  /** The sample that moves nothing. */
  private static final double STILL = 128;

  private LayerCompositor() {}

  /**
   * Puts them together.
   *
   * @param picture 8-bit; in memory for {@link io.tintype.model.Layer.Blend#DISPLACE}
   * @param drawn the layer after its steps, 8-bit, in memory
   * @param layer how and where
   */
  static VipsImage composed(VipsImage picture, VipsImage drawn, PlannedLayer layer) {
    VipsImage below = picture.toColorSpace(ColorSpace.RGB);
    VipsImage above = drawn.toColorSpace(ColorSpace.RGB);
    return switch (layer.blend()) {
      case OVER -> over(below, above, layer.left(), layer.top());
      case MULTIPLY ->
          changed(below, above, layer, (window, part) -> mixed(window, multiplied(window, part)));
      case SCREEN, OVERLAY ->
          changed(
              below,
              above,
              layer,
              (window, part) -> mixed(window, Blending.blended(window, part, layer.blend())));
      case UNDER ->
          below.hasAlpha()
              ? changed(below, above, layer, (window, part) -> mixed(opaque(part), window))
              : below;
      case MASK -> faded(opaque(below), alpha(spread(above, layer, below)));
      case CUTTER -> faded(window(below, above, layer), alpha(above));
      case CUTOUT ->
          changed(
              opaque(below),
              above,
              layer,
              (window, part) -> faded(window, linear(alpha(part), -1, 1)));
      case DISPLACE -> displaced(below, above, layer.left(), layer.top());
    };
  }

  /** Puts one picture over another (source-over of Porter and Duff); both are 8-bit sRGB. */
  static VipsImage over(VipsImage below, VipsImage above, int left, int top) {
    return changed(below, above, left, top, LayerCompositor::mixed);
  }

  private static VipsImage changed(
      VipsImage below, VipsImage above, PlannedLayer layer, BinaryOperator<VipsImage> change) {
    return changed(below, above, layer.left(), layer.top(), change);
  }

  /** Changes what of a picture lies below the layer, by what of the layer lies on the picture. */
  private static VipsImage changed(
      VipsImage below, VipsImage above, int left, int top, BinaryOperator<VipsImage> change) {
    int fromX = Math.max(0, left);
    int fromY = Math.max(0, top);
    int width = Math.min(below.width(), left + above.width()) - fromX;
    int height = Math.min(below.height(), top + above.height()) - fromY;
    if (width <= 0 || height <= 0) {
      return below;
    }
    VipsImage part = above.extract(fromX - left, fromY - top, width, height);
    VipsImage window = below.extract(fromX, fromY, width, height);
    return below
        .scope()
        .operation("insert")
        .image("main", below)
        .image("sub", change.apply(window, part))
        .integer("x", fromX)
        .integer("y", fromY)
        .toImage();
  }

  private static VipsImage mixed(VipsImage below, VipsImage above) {
    if (!above.hasAlpha()) {
      return below.hasAlpha() ? above.addAlpha() : above;
    }
    VipsImage top = alpha(above);
    VipsImage shining = linear(top, -1, 1);
    if (!below.hasAlpha()) {
      return sum(product(above.colors(), top), product(below.colors(), shining)).toPicture();
    }
    VipsImage bottom = product(alpha(below), shining);
    VipsImage alpha = sum(top, bottom);
    VipsImage colors =
        pair("divide", sum(product(above.colors(), top), product(below.colors(), bottom)), alpha);
    return colors.join(linear(alpha, OPAQUE, 0)).toPicture();
  }

  /** The layer with its colours multiplied by those below, as far as there are any. */
  private static VipsImage multiplied(VipsImage below, VipsImage above) {
    VipsImage shares = linear(below.colors(), 1 / OPAQUE, 0);
    VipsImage factor =
        below.hasAlpha() ? linear(product(linear(shares, -1, 1), alpha(below)), -1, 1) : shares;
    VipsImage colors = product(above.colors(), factor);
    return above.hasAlpha()
        ? colors.join(linear(above.alpha(), 1, 0)).toPicture()
        : colors.toPicture();
  }

  /** Multiplies opacity with something from 0 to 1. */
  private static VipsImage faded(VipsImage image, VipsImage opacity) {
    return image.colors().join(product(image.alpha(), opacity)).toPicture();
  }

  private static VipsImage opaque(VipsImage image) {
    return image.hasAlpha() ? image : image.addAlpha();
  }

  /** The layer on a clear canvas as large as the picture. */
  private static VipsImage spread(VipsImage above, PlannedLayer layer, VipsImage below) {
    return opaque(above)
        .embed(layer.left(), layer.top(), below.width(), below.height(), 0, 0, 0, 0);
  }

  /** What of the picture lies below the layer; clear where there is none. */
  private static VipsImage window(VipsImage below, VipsImage above, PlannedLayer layer) {
    return opaque(below)
        .embed(-layer.left(), -layer.top(), above.width(), above.height(), 0, 0, 0, 0);
  }

  /** Opacity from 0 to 1. */
  private static VipsImage alpha(VipsImage image) {
    return linear(opaque(image).alpha(), 1 / OPAQUE, 0);
  }

  private static VipsImage linear(VipsImage image, double factor, double summand) {
    return image.operation("linear").numbers("a", factor).numbers("b", summand).toImage();
  }

  private static VipsImage sum(VipsImage one, VipsImage other) {
    return pair("add", one, other);
  }

  private static VipsImage product(VipsImage one, VipsImage other) {
    return pair("multiply", one, other);
  }

  private static VipsImage pair(String nickname, VipsImage left, VipsImage right) {
    return left.scope().operation(nickname).image("left", left).image("right", right).toImage();
  }

  /**
   * Takes every pixel from somewhere else: as far to the right as the layer's red is above the
   * middle, and as far down as its green is. The layer lies at the top-left corner; where it does
   * not reach, or is clear, nothing moves. Beyond its edges the picture continues as it ends.
   */
  private static VipsImage displaced(VipsImage below, VipsImage above, int right, int down) {
    VipsImage wished = sum(coordinates(below), shifts(below, above, right, down));
    VipsImage notBefore = bounded(wished, "less", 0, 0);
    VipsImage from = bounded(notBefore, "more", below.width() - 1.0, below.height() - 1.0);
    if (!below.hasAlpha()) {
      return moved(below, from).toPicture();
    }
    VipsImage premultiplied = below.operation("premultiply").toImage();
    return moved(premultiplied, from).operation("unpremultiply").toImage().toPicture();
  }

  private static VipsImage moved(VipsImage image, VipsImage from) {
    return image.operation("mapim").image("index", from).choice("extend", "copy").toImage();
  }

  /** The same numbers, but the limit of their band for those that lie beyond it. */
  private static VipsImage bounded(VipsImage numbers, String beyond, double... limits) {
    VipsImage limit = numbers.operation("linear").numbers("a", 0, 0).numbers("b", limits).toImage();
    VipsImage isBeyond =
        numbers
            .operation("relational_const")
            .choice("relational", beyond)
            .numbers("c", limits)
            .toImage();
    return numbers
        .scope()
        .operation("ifthenelse")
        .image("cond", isBeyond)
        .image("in1", limit)
        .image("in2", numbers)
        .toImage();
  }

  private static VipsImage coordinates(VipsImage image) {
    return image
        .scope()
        .operation("xyz")
        .integer("width", image.width())
        .integer("height", image.height())
        .toImage();
  }

  /** How far each pixel's source is to the right and down: two bands, as large as the picture. */
  private static VipsImage shifts(VipsImage below, VipsImage above, int right, int down) {
    double[] scale = {right / STILL, down / STILL};
    VipsImage wished =
        above
            .bands(0, 2)
            .operation("linear")
            .numbers("a", scale)
            .numbers("b", -right, -down)
            .toImage();
    VipsImage shifts = above.hasAlpha() ? product(wished, alpha(above)) : wished;
    return shifts.embed(0, 0, below.width(), below.height(), 0, 0);
  }
}
