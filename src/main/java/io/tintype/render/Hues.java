package io.tintype.render;

import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.List;

/** Changes hue and value of HSV, in floating point; alpha stays. */
final class Hues {
  private static final double BYTE_MAX = 255;
  private static final double SECTOR = 60;
  private static final double SECTORS = 6;

  /** Sectors by which red, green and blue are behind in a hue (A. R. Smith, 1978). */
  private static final double[] BEHIND = {5, 3, 1};

  private static final int LEAST = 0;
  private static final int MOST = 2;

  private Hues() {}

  /** Multiplies all channels, by no more than makes the largest of them full. */
  static VipsImage valued(VipsImage image, double factor) {
    VipsImage colors = image.toColorSpace(ColorSpace.RGB).colors();
    Samples value = ranked(colors, MOST);
    Samples room = value.linear(new double[] {0}, BYTE_MAX).over(value);
    Samples wished = value.linear(new double[] {0}, factor);
    Samples least = lesser(room, wished);
    return Tones.withAlphaOf(image, Samples.of(colors).times(least).toPicture());
  }

  /** Turns hues; greys have none. */
  static VipsImage turned(VipsImage image, double degrees) {
    VipsImage colors = image.toColorSpace(ColorSpace.RGB).colors();
    Samples value = ranked(colors, MOST);
    Samples chroma = value.minus(ranked(colors, LEAST));
    Samples hue = sectors(Samples.of(colors), value, chroma).plus(degrees / SECTOR + SECTORS);
    Samples[] channels = new Samples[BEHIND.length];
    for (int band = 0; band < channels.length; band++) {
      Samples place = Samples.of(remainder(hue.plus(BEHIND[band])));
      channels[band] = value.minus(chroma.times(away(place)));
    }
    Samples turned = Samples.join(channels[0], channels[1], channels[2]);
    return Tones.withAlphaOf(image, turned.toPicture());
  }

  /** How much of the chroma a channel lacks: 0, rising to 1 from sector 0 to 1, falling to 4. */
  private static Samples away(Samples place) {
    VipsImage distance = place.plus(-2).image().operation("abs").toImage();
    return Samples.of(distance).linear(new double[] {-1}, 2).clipped();
  }

  private static VipsImage remainder(Samples hue) {
    return hue.image().operation("remainder_const").numbers("c", SECTORS).toImage();
  }

  /** Hue, −1 to 5; 0 for greys. */
  private static Samples sectors(Samples colors, Samples value, Samples chroma) {
    Samples red = colors.band(0);
    Samples green = colors.band(1);
    Samples blue = colors.band(2);
    Samples isRed = red.minus(value).atLeast(0);
    Samples notRed = isRed.linear(new double[] {-1}, 1);
    Samples isGreen = green.minus(value).atLeast(0).times(notRed);
    Samples isBlue = notRed.minus(isGreen);
    return isRed
        .times(green.minus(blue).over(chroma))
        .plus(isGreen.times(blue.minus(red).over(chroma).plus(2)))
        .plus(isBlue.times(red.minus(green).over(chroma).plus(4)));
  }

  /** One band: the channels of a pixel put in order, from the least. */
  private static Samples ranked(VipsImage colors, int place) {
    return ranked(List.of(colors.bands(0, 1), colors.bands(1, 1), colors.bands(2, 1)), place);
  }

  private static Samples lesser(Samples one, Samples other) {
    return ranked(List.of(one.image(), other.image()), LEAST);
  }

  private static Samples ranked(List<VipsImage> images, int place) {
    return Samples.of(
        images
            .getFirst()
            .scope()
            .operation("bandrank")
            .images("in", images)
            .integer("index", place)
            .toImage());
  }
}
