package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.model.Metadata;
import io.tintype.placeholder.BlurHash;
import io.tintype.placeholder.ThumbHash;
import io.tintype.plan.Chroma;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.Writing;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the files that come out; the segments and chunks are looked up here, byte by byte. */
class EncoderTest {
  private static final int BASELINE = 0xc0;
  private static final int PROGRESSIVE = 0xc2;
  private static final int JFIF = 0xe0;
  private static final int EXIF = 0xe1;
  private static final int PROFILE = 0xe2;

  @ParameterizedTest
  @CsvSource({"false, FULL, 192, 17", "true, FULL, 194, 17", "false, HALF, 192, 34"})
  void writesJpegsAsTheSwitchesSay(
      boolean progressive, Chroma chroma, int frame, int samplingOfLuma) {
    byte[] jpeg =
        Rendering.of("card.jpg")
            .to(ImageFormat.JPEG, writing(false, progressive, chroma, false, Metadata.NONE, 0))
            .encoded();

    byte[] header = segment(jpeg, frame).orElseThrow();
    assertThat(segment(jpeg, frame == BASELINE ? PROGRESSIVE : BASELINE)).isEmpty();
    // ITU T.81, B.2.2: precision, height, width, components; then id, sampling, table of each.
    assertThat(header[7] & 0xff).isEqualTo(samplingOfLuma);
    assertThat(header[10] & 0xff).isEqualTo(0x11);
  }

  @ParameterizedTest
  @EnumSource(names = {"PNG", "WEBP"})
  void keepsEveryPixelWhenAsked(ImageFormat format) {
    Decoded source = Decoded.of(Corpus.read("beer.jpg"), "jpegload_buffer");

    byte[] lossless =
        Rendering.of("beer.jpg")
            .to(format, writing(true, false, Chroma.FULL, false, Metadata.NONE, 0))
            .encoded();

    assertThat(Decoded.of(lossless, Rendering.loader(format)).pixels()).isEqualTo(source.pixels());
  }

  @Test
  void bringsPngsDownToAPalette() {
    Writing palette = writing(false, false, Chroma.FULL, true, Metadata.NONE, 0);

    byte[] few = Rendering.of("beer.jpg").to(ImageFormat.PNG, palette).encoded();
    byte[] clear = Rendering.of("alpha.png").to(ImageFormat.PNG, palette).encoded();
    byte[] all = Rendering.of("beer.jpg").to(ImageFormat.PNG).encoded();

    assertThat(chunk(few, "PLTE").orElseThrow().length / 3).isBetween(2, 256);
    assertThat(colors(Decoded.of(few, "pngload_buffer"))).hasSizeLessThanOrEqualTo(256);
    assertThat(few.length).isLessThan(all.length / 2);
    assertThat(chunk(clear, "tRNS")).isPresent();
    assertThat(Decoded.of(clear, "pngload_buffer").bands()).isEqualTo(4);
    assertThat(chunk(all, "PLTE")).isEmpty();
  }

  @Test
  void leavesGreyPicturesTheirGreys() {
    byte[] grey =
        Rendering.of("grey.jpg")
            .to(ImageFormat.PNG, writing(false, false, Chroma.FULL, true, Metadata.NONE, 0))
            .encoded();

    assertThat(Decoded.of(grey, "pngload_buffer").pixels())
        .isEqualTo(Decoded.of(Corpus.read("grey.jpg"), "jpegload_buffer").pixels());
  }

  @ParameterizedTest
  @CsvSource({"NONE, false", "PROFILE, true", "ALL, true"})
  void keepsTheProfileAndTheNumbersItIsFor(Metadata metadata, boolean kept) {
    Decoded source = Decoded.of(Corpus.read("wide-gamut.jpg"), "jpegload_buffer");

    byte[] png =
        Rendering.of("wide-gamut.jpg")
            .to(ImageFormat.PNG, writing(false, false, Chroma.FULL, false, metadata, 0))
            .encoded();
    byte[] jpeg =
        Rendering.of("wide-gamut.jpg")
            .to(ImageFormat.JPEG, writing(false, false, Chroma.FULL, false, metadata, 0))
            .encoded();

    assertThat(chunk(png, "iCCP").isPresent()).isEqualTo(kept);
    assertThat(Decoded.of(png, "pngload_buffer").pixels().equals(source.pixels())).isEqualTo(kept);
    assertThat(segment(jpeg, PROFILE).isPresent()).isEqualTo(kept);
    if (kept) {
      assertThat(segment(jpeg, PROFILE).orElseThrow())
          .isEqualTo(segment(Corpus.read("wide-gamut.jpg"), PROFILE).orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, false", "PROFILE, false", "ALL, true"})
  void keepsExifAndSaysThatItIsUpright(Metadata metadata, boolean kept) {
    Rendering upright =
        Rendering.of("orientation-6.jpg")
            .step(new PlannedStep.Orient(6))
            .to(ImageFormat.JPEG, writing(false, false, Chroma.FULL, false, metadata, 0));

    byte[] jpeg = upright.encoded();

    assertThat(segment(jpeg, EXIF).isPresent()).isEqualTo(kept);
    assertThat(Decoded.of(jpeg, "jpegload_buffer").orientation()).isEqualTo(1);
    assertThat(Decoded.of(Corpus.read("orientation-6.jpg"), "jpegload_buffer").orientation())
        .isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void statesTheDensityOnce(Metadata metadata) {
    Writing dense = writing(false, false, Chroma.FULL, false, metadata, 300);

    byte[] jpeg = Rendering.of("wide-gamut.jpg").to(ImageFormat.JPEG, dense).encoded();

    ByteBuffer jfif = ByteBuffer.wrap(segment(jpeg, JFIF).orElseThrow());
    assertThat(jfif.getShort(8)).isEqualTo((short) 300);
    assertThat(new String(jpeg, StandardCharsets.ISO_8859_1).split("JFIF", -1)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"72", "96", "150", "300", "1200"})
  void statesTheDensity(int density) {
    Writing dense = writing(false, false, Chroma.FULL, false, Metadata.NONE, density);

    byte[] jpeg = Rendering.of("card.png").to(ImageFormat.JPEG, dense).encoded();
    byte[] png = Rendering.of("card.png").to(ImageFormat.PNG, dense).encoded();

    ByteBuffer jfif = ByteBuffer.wrap(segment(jpeg, JFIF).orElseThrow());
    // JFIF 1.02: "JFIF", version; then unit (1 = inch), density across and down.
    assertThat(jfif.get(7)).isEqualTo((byte) 1);
    assertThat(jfif.getShort(8)).isEqualTo((short) density);
    assertThat(jfif.getShort(10)).isEqualTo((short) density);
    assertThat(Decoded.of(jpeg, "jpegload_buffer").width()).isEqualTo(240);
    ByteBuffer physical = ByteBuffer.wrap(chunk(png, "pHYs").orElseThrow());
    assertThat(physical.getInt(0) * 0.0254).isBetween(density - 0.5, density + 0.5);
    assertThat(physical.get(8)).isEqualTo((byte) 1);
  }

  @ParameterizedTest
  @CsvSource({"beer.jpg", "card.png", "alpha.png", "grey.jpg"})
  void deliversTheSmallestCandidate(String source) {
    List<ImageFormat> formats = List.of(ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.AVIF);
    Writing plain = Writing.plain(60);

    Rendering smallest =
        Rendering.of(source).to(new RenderPlan.Encode(formats, plain, false, false));

    ImageFormat expected = ImageFormat.PNG;
    int size = Integer.MAX_VALUE;
    for (ImageFormat format : formats) {
      int length = Rendering.of(source).to(format, plain).encoded().length;
      if (length < size) {
        expected = format;
        size = length;
      }
    }
    assertThat(smallest.medium()).isEqualTo(new Medium.Picture(expected));
    assertThat(smallest.encoded()).hasSize(size);
  }

  @ParameterizedTest
  @CsvSource({
    "progressive.jpg, JPEG, true",
    "card.png, PNG, true",
    "photo.webp, WEBP, true",
    "wide-gamut.jpg, JPEG, false",
    "cmyk.jpg, JPEG, false"
  })
  void deliversASmallerOriginalUnlessItsColorsWouldChange(
      String source, ImageFormat format, boolean original) {
    Writing large = writing(false, false, Chroma.FULL, false, Metadata.NONE, 0, 100);

    byte[] delivered =
        Rendering.of(source)
            .to(new RenderPlan.Encode(List.of(format), large, false, true))
            .encoded();
    byte[] anew = Rendering.of(source).to(format, large).encoded();

    assertThat(delivered.length < anew.length).isEqualTo(original);
    if (original) {
      assertThat(delivered.length).isLessThanOrEqualTo(Corpus.read(source).length);
      assertThat(Decoded.of(delivered, Rendering.loader(format)).pixels())
          .isEqualTo(Decoded.of(Corpus.read(source), Rendering.loader(format)).pixels());
    }
  }

  @Test
  void deliversAnOriginalWholeWhereEverythingIsKept() {
    byte[] source = Corpus.read("wide-gamut.jpg");
    Writing all = writing(false, false, Chroma.FULL, false, Metadata.ALL, 0, 100);

    byte[] delivered =
        Rendering.of(source)
            .to(new RenderPlan.Encode(List.of(ImageFormat.JPEG), all, false, true))
            .encoded();

    assertThat(delivered).isEqualTo(source);
  }

  @Test
  void makesPlaceholdersOfThePixels() {
    int side = 24;
    byte[] rgb = new byte[side * side * 3];
    byte[] rgba = new byte[side * side * 4];
    for (int i = 0; i < side * side; i++) {
      byte[] color = {(byte) (i % side * 10), (byte) (i / side * 10), (byte) 90, (byte) 255};
      System.arraycopy(color, 0, rgb, i * 3, 3);
      System.arraycopy(color, 0, rgba, i * 4, 4);
    }
    byte[] picture = png(side, rgb);

    assertThat(placeholder(picture, FormatChoice.Kind.THUMBHASH))
        .isEqualTo(Base64.getEncoder().encodeToString(ThumbHash.encode(side, side, rgba)));
    assertThat(placeholder(picture, FormatChoice.Kind.BLURHASH))
        .isEqualTo(BlurHash.encode(4, 3, side, side, rgb));
  }

  private static String placeholder(byte[] picture, FormatChoice.Kind kind) {
    byte[] text = Rendering.of(picture).to(new RenderPlan.Placeholder(kind)).encoded();
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static Writing writing(
      boolean lossless,
      boolean progressive,
      Chroma chroma,
      boolean palette,
      Metadata metadata,
      int density) {
    return writing(lossless, progressive, chroma, palette, metadata, density, 80);
  }

  private static Writing writing(
      boolean lossless,
      boolean progressive,
      Chroma chroma,
      boolean palette,
      Metadata metadata,
      int density,
      int quality) {
    OptionalInt dpi = density == 0 ? OptionalInt.empty() : OptionalInt.of(density);
    return new Writing(quality, lossless, progressive, chroma, palette, metadata, dpi);
  }

  private static Set<String> colors(Decoded picture) {
    Set<String> colors = new HashSet<>();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        colors.add(picture.color(x, y));
      }
    }
    return colors;
  }

  /** What is in the first segment of a kind, without marker and length. */
  private static Optional<byte[]> segment(byte[] jpeg, int marker) {
    int at = 2;
    while (at + 4 < jpeg.length && (jpeg[at + 1] & 0xff) != 0xda) {
      int length = (jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff);
      if ((jpeg[at + 1] & 0xff) == marker) {
        return Optional.of(Arrays.copyOfRange(jpeg, at + 4, at + 2 + length));
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  /** What is in the first chunk of a type. */
  private static Optional<byte[]> chunk(byte[] png, String type) {
    int at = 8;
    while (at + 12 <= png.length) {
      int length = ByteBuffer.wrap(png).getInt(at);
      if (new String(png, at + 4, 4, StandardCharsets.US_ASCII).equals(type)) {
        return Optional.of(Arrays.copyOfRange(png, at + 8, at + 8 + length));
      }
      at += 12 + length;
    }
    return Optional.empty();
  }

  /** A PNG of opaque pixels, made without libvips. */
  private static byte[] png(int side, byte[] rgb) {
    var image =
        new java.awt.image.BufferedImage(side, side, java.awt.image.BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < side * side; i++) {
      int color =
          (rgb[i * 3] & 0xff) << 16 | (rgb[i * 3 + 1] & 0xff) << 8 | (rgb[i * 3 + 2] & 0xff);
      image.setRGB(i % side, i / side, color);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      javax.imageio.ImageIO.write(image, "png", bytes);
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
