package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.Chroma;
import io.tintype.plan.PlannedStep.Canvas;
import io.tintype.plan.PlannedStep.Cut;
import io.tintype.plan.PlannedStep.Fill;
import io.tintype.plan.PlannedStep.Orient;
import io.tintype.plan.PlannedStep.Scale;
import io.tintype.plan.PlannedStep.Spin;
import io.tintype.plan.PlannedStep.Turn;
import io.tintype.plan.SourceHeader;
import io.tintype.plan.Writing;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import io.tintype.vips.Kept;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsMemory;
import io.tintype.vips.VipsScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {
  private static final int[] RED = {255, 0, 0};
  private static final int[] GREEN = {0, 255, 0};
  private static final int[] BLUE = {0, 0, 255};
  private static final int[] YELLOW = {255, 255, 0};
  private static VipsMemory before;

  @BeforeAll
  static void remember() {
    before = TestVips.memoryAtRest();
  }

  @AfterAll
  static void leavesNoPixelBehind() {
    VipsMemory after = TestVips.memorySettledAt(before);
    assertThat(after.bytes()).isEqualTo(before.bytes());
    assertThat(after.allocations()).isEqualTo(before.allocations());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card.png",
        "card.jpg",
        "card.webp",
        "card.avif",
        "card.tiff",
        "card.gif",
        "progressive.jpg"
      })
  void decodesEveryFormat(String source) {
    Decoded card = Rendering.of(source).decoded();

    assertThat(card.width()).isEqualTo(240);
    assertThat(card.height()).isEqualTo(160);
    assertCorners(card, 24);
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG", "WEBP", "AVIF", "GIF"})
  void encodesEveryFormat(ImageFormat output) {
    Decoded card =
        Rendering.of("card.png").step(new Scale(121, 83)).to(output).quality(90).decoded();

    assertThat(card.width()).isEqualTo(121);
    assertThat(card.height()).isEqualTo(83);
    assertCorners(card, 24);
  }

  @ParameterizedTest
  @CsvSource({"1, 121, 83", "2, 100, 70", "4, 60, 40", "8, 30, 20", "8, 29, 19", "1, 500, 333"})
  void scalesToExactlyTheSizeAskedForHoweverItWasLoaded(int shrink, int width, int height) {
    Decoded card = Rendering.of("card.jpg").shrink(shrink).step(new Scale(width, height)).decoded();

    assertThat(card.width()).isEqualTo(width);
    assertThat(card.height()).isEqualTo(height);
    assertCorners(card, 24);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void showsEveryOrientationUpright(int orientation) {
    String source = "orientation-%d.jpg".formatted(orientation);
    assertThat(Decoded.of(Corpus.read(source), "jpegload_buffer").orientation())
        .isEqualTo(orientation);

    Decoded whole = Rendering.of(source).step(new Orient(orientation)).decoded();
    Decoded scaled =
        Rendering.of(source).step(new Orient(orientation)).step(new Scale(61, 40)).decoded();

    assertThat(List.of(whole.width(), whole.height())).containsExactly(120, 80);
    assertThat(List.of(scaled.width(), scaled.height())).containsExactly(61, 40);
    assertCorners(whole, 24);
    assertCorners(scaled, 24);
    assertThat(whole.orientation()).isEqualTo(1);
  }

  @Test
  void cutsOutExactlyTheRegion() {
    Decoded corner = Rendering.of("card.png").step(new Cut(150, 100, 70, 50)).decoded();

    assertThat(List.of(corner.width(), corner.height())).containsExactly(70, 50);
    assertThat(corner.isAbout(0, 0, 0, BLUE)).isTrue();
    assertThat(corner.isAbout(69, 49, 0, BLUE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 160, 240", "2, 240, 160", "3, 160, 240"})
  void turnsByQuarters(int quarters, int width, int height) {
    Decoded turned = Rendering.of("card.png").step(new Turn(quarters)).decoded();

    int[][] clockwise = {RED, GREEN, BLUE, YELLOW};
    assertThat(List.of(turned.width(), turned.height())).containsExactly(width, height);
    assertThat(turned.isAbout(5, 5, 0, clockwise[(4 - quarters) % 4])).isTrue();
    assertThat(turned.isAbout(width - 5, 5, 0, clockwise[(5 - quarters) % 4])).isTrue();
  }

  @Test
  void putsThePictureOnACanvas() {
    Decoded padded =
        Rendering.of("card.png")
            .step(new Canvas(30, 20, 300, 200, Color.opaque(1, 2, 3)))
            .decoded();

    assertThat(List.of(padded.width(), padded.height())).containsExactly(300, 200);
    assertThat(padded.color(0, 0)).isEqualTo("#010203");
    assertThat(padded.color(299, 199)).isEqualTo("#010203");
    assertThat(padded.color(30, 20)).isEqualTo("#ff0000");
  }

  @Test
  void makesRoomForTransparencyOnACanvas() {
    Decoded padded =
        Rendering.of("card.jpg")
            .step(new Canvas(30, 20, 300, 200, new Color(10, 20, 30, 0.5)))
            .decoded();

    assertThat(padded.bands()).isEqualTo(4);
    assertThat(padded.isAbout(0, 0, 1, 10, 20, 30, 127)).isTrue();
    assertThat(padded.at(150, 100, 3)).isEqualTo(255);
  }

  @Test
  void colorsTheCanvasOfAGreyPicture() {
    Decoded padded =
        Rendering.of("grey.jpg")
            .step(new Canvas(0, 0, 150, 100, Color.opaque(255, 0, 0)))
            .decoded();

    assertThat(padded.color(149, 99)).isEqualTo("#ff0000");
  }

  @Test
  void spinsOntoThePlannedBox() {
    Decoded spun = Rendering.of("card.png").step(new Spin(45, Color.WHITE, 283, 283)).decoded();

    assertThat(List.of(spun.width(), spun.height())).containsExactly(283, 283);
    assertThat(spun.color(2, 2)).isEqualTo("#ffffff");
    assertThat(spun.isAbout(113, 10, 40, RED)).isTrue();
    assertThat(spun.isAbout(141, 141, 130, 128, 128, 128)).isTrue();
  }

  @Test
  void spinsOntoNothing() {
    Decoded spun = Rendering.of("card.png").step(new Spin(30, Color.CLEAR, 290, 260)).decoded();

    assertThat(List.of(spun.width(), spun.height(), spun.bands())).containsExactly(290, 260, 4);
    assertThat(spun.at(1, 1, 3)).isZero();
    assertThat(spun.at(145, 130, 3)).isEqualTo(255);
  }

  @Test
  void keepsTransparencyWhileScaling() {
    Decoded ramp = Rendering.of("alpha.png").step(new Scale(64, 32)).decoded();

    assertThat(ramp.bands()).isEqualTo(4);
    assertThat(ramp.at(2, 16, 3)).isBetween(5, 15);
    assertThat(ramp.at(62, 16, 3)).isBetween(245, 254);
    assertThat(ramp.at(62, 16, 0)).isGreaterThan(250);
  }

  @Test
  void fillsWhatIsTransparent() {
    Decoded filled = Rendering.of("alpha.png").step(new Fill(Color.opaque(0, 0, 255))).decoded();

    assertThat(filled.bands()).isEqualTo(3);
    assertThat(filled.isAbout(0, 0, 2, BLUE)).isTrue();
    assertThat(filled.isAbout(127, 0, 3, RED)).isTrue();
  }

  /** Source-over of Porter and Duff, on a colour of 40 per cent. */
  @Test
  void putsTranslucentColoursBehindWhatIsTransparent() {
    Picture picture = Picture.of(16, 4, 4, (x, y, band) -> band == 3 ? x * 17 : 40 * y + 20 * band);
    int[] color = {200, 100, 50};

    Decoded backed = picture.after(new Fill(new Color(200, 100, 50, 0.4)));

    Difference.between(
            backed,
            (x, y, band) -> {
              double front = x * 17 / 255.0;
              double alpha = front + 102 / 255.0 * (1 - front);
              return band == 3
                  ? alpha * 255
                  : (front * (40 * y + 20 * band) + (alpha - front) * color[band]) / alpha;
            })
        .isAtMost(1, 0.5);
  }

  @ParameterizedTest
  @EnumSource(names = {"GIF", "WEBP"})
  void keepsTheAnimation(ImageFormat output) {
    for (String source : List.of("frames.gif", "frames.webp")) {
      Decoded moving =
          Rendering.of(source)
              .step(new Scale(30, 20))
              .step(new Cut(5, 5, 20, 10))
              .to(output)
              .quality(90)
              .decoded();

      assertThat(moving.frames()).isEqualTo(4);
      assertThat(moving.width()).isEqualTo(20);
      assertThat(moving.height()).isEqualTo(40);
      assertThat(moving.delays()).containsExactly(100, 200, 300, 400);
      assertThat(moving.loop()).hasValue(3);
      assertThat(moving.isAbout(10, 5, 30, RED)).isTrue();
      assertThat(moving.isAbout(10, 15, 30, GREEN)).isTrue();
      assertThat(moving.isAbout(10, 25, 30, BLUE)).isTrue();
      assertThat(moving.isAbout(10, 35, 30, 255, 255, 255)).isTrue();
    }
  }

  @Test
  void letsNoFrameBleedIntoTheNext() {
    Decoded moving =
        Rendering.of("frames.webp").step(new Scale(31, 19)).to(ImageFormat.GIF).decoded();

    assertThat(moving.isAbout(28, 18, 3, RED)).isTrue();
    assertThat(moving.isAbout(28, 19, 3, GREEN)).isTrue();
    assertThat(moving.isAbout(28, 37, 3, GREEN)).isTrue();
    assertThat(moving.isAbout(28, 38, 3, BLUE)).isTrue();
  }

  @Test
  void padsEveryFrame() {
    Decoded moving =
        Rendering.of("frames.gif")
            .step(new Canvas(10, 10, 80, 60, Color.opaque(200, 100, 50)))
            .to(ImageFormat.GIF)
            .decoded();

    assertThat(List.of(moving.width(), moving.height())).containsExactly(80, 240);
    for (int frame = 0; frame < 4; frame++) {
      assertThat(moving.isAbout(2, frame * 60 + 2, 3, 200, 100, 50)).isTrue();
      assertThat(moving.isAbout(77, frame * 60 + 57, 3, 200, 100, 50)).isTrue();
    }
  }

  /** Numbers in a profile's space are of no use without the profile. */
  @Test
  void keepsTheProfileOfAScaledAnimation() {
    Writing all =
        new Writing(80, false, false, Chroma.FULL, true, Metadata.ALL, OptionalInt.empty());

    Decoded kept =
        Rendering.of(framesInDisplayP3())
            .step(new Scale(31, 19))
            .to(ImageFormat.WEBP, all)
            .decoded();
    Decoded bare =
        Rendering.of(framesInDisplayP3()).step(new Scale(31, 19)).to(ImageFormat.WEBP).decoded();

    assertThat(kept.frames()).isEqualTo(4);
    assertThat(kept.profile()).isTrue();
    assertThat(bare.frames()).isEqualTo(4);
    assertThat(bare.profile()).isFalse();
  }

  private static byte[] framesInDisplayP3() {
    try (VipsScope scope = TestVips.open().openScope();
        ImageBytes frames = NettyBuffers.copyOf(Corpus.read("frames.webp"));
        ImageBytes profiled =
            scope
                .operation("webpload_buffer")
                .bytes("buffer", frames)
                .integer("n", -1)
                .toImage()
                .saver("webpsave_buffer", Kept.EVERYTHING)
                .choice("profile", "p3")
                .toBytes()) {
      return NettyBuffers.view(profiled).getBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"frames.gif", "frames.webp"})
  void takesTheFirstFrameForAStillPicture(String source) {
    for (ImageFormat output : List.of(ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.GIF)) {
      Decoded first =
          Rendering.of(source).step(new Scale(120, 80)).still().to(output).quality(90).decoded();

      assertThat(first.frames()).isEqualTo(1);
      assertThat(List.of(first.width(), first.height())).containsExactly(120, 80);
      assertThat(first.isAbout(100, 60, 20, RED)).isTrue();
    }
  }

  @Test
  void convertsCmyk() {
    Decoded card = Rendering.of("cmyk.jpg").decoded();

    assertThat(card.bands()).isEqualTo(3);
    assertThat(card.isAbout(5, 5, 40, 237, 28, 36)).isTrue();
    assertThat(card.isAbout(5, 75, 40, YELLOW)).isTrue();
  }

  @Test
  void convertsWideGamutByItsProfileAndDropsIt() {
    assertThat(Decoded.of(Corpus.read("wide-gamut.jpg"), "jpegload_buffer").profile()).isTrue();

    Decoded card = Rendering.of("wide-gamut.jpg").decoded();

    assertThat(card.profile()).isFalse();
    assertThat(card.exif()).isFalse();
    assertThat(card.isAbout(5, 5, 12, RED)).isTrue();
    assertThat(card.isAbout(115, 5, 12, GREEN)).isTrue();
  }

  @Test
  void makesSixteenBitsEight() {
    for (ImageFormat output : List.of(ImageFormat.PNG, ImageFormat.JPEG, ImageFormat.AVIF)) {
      Decoded deep = Rendering.of("deep.png").step(new Scale(64, 32)).to(output).decoded();

      assertThat(List.of(deep.width(), deep.height())).containsExactly(64, 32);
      assertThat(deep.isAbout(32, 16, 12, 129, 130, 128)).isTrue();
    }
  }

  @Test
  void keepsGreyGrey() {
    byte[] jpeg = Rendering.of("grey.jpg").step(new Scale(60, 40)).to(ImageFormat.JPEG).encoded();

    try (ImageBytes bytes = NettyBuffers.copyOf(jpeg)) {
      AtomicReference<SourceHeader> seen = new AtomicReference<>();
      RenderJob job = Rendering.of(jpeg).job(bytes);
      new Renderer(TestVips.open())
          .render(
              new RenderJob(
                  job.source(),
                  job.larder(),
                  (header, probe) -> {
                    seen.set(header);
                    return job.planning().plan(header, probe);
                  },
                  job.checkpoint(),
                  job.brake()))
          .bytes()
          .close();

      assertThat(seen.get().width()).isEqualTo(60);
      assertThat(seen.get().alpha()).isFalse();
    }
  }

  @Test
  void writesPlainBaselineJpegInFullChroma() {
    byte[] jpeg = Rendering.of("orientation-6.jpg").to(ImageFormat.JPEG).encoded();

    List<Integer> markers = markers(jpeg);
    assertThat(markers).contains(0xc0).doesNotContain(0xc2);
    assertThat(markers).doesNotContain(0xe1, 0xe2);
    int frame = indexOf(jpeg, 0xc0);
    assertThat(jpeg[frame + 11]).as("sampling of the first component").isEqualTo((byte) 0x11);
  }

  @ParameterizedTest
  @ValueSource(strings = {"card.jpg", "card.png", "card.webp", "card.gif", "beer.jpg"})
  void refusesTruncatedSources(String source) {
    byte[] whole = Corpus.read(source);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    assertThat(faultOf(Rendering.of(half).step(new Scale(50, 40))))
        .isInstanceOf(Fault.CorruptSource.class);
  }

  @Test
  void refusesSourcesThatOnlyBeginLikeAPicture() {
    byte[] nonsense = Arrays.copyOf(Corpus.read("card.png"), 3000);
    Arrays.fill(nonsense, 60, 3000, (byte) 7);

    assertThat(faultOf(Rendering.of(nonsense))).isInstanceOf(Fault.CorruptSource.class);
  }

  @Test
  void refusesWhatItDoesNotDecode() {
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg'/>"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    assertThat(faultOf(Rendering.of(svg))).isInstanceOf(Fault.UnsupportedSource.class);
  }

  private static Fault faultOf(Rendering rendering) {
    try {
      rendering.encoded();
      throw new AssertionError("was rendered");
    } catch (FaultException refused) {
      return refused.fault();
    }
  }

  private static void assertCorners(Decoded card, int tolerance) {
    int right = card.width() * 9 / 10;
    int bottom = card.height() * 9 / 10;
    int left = card.width() / 10;
    int top = card.height() / 10;
    assertThat(card.isAbout(left, top, tolerance, RED)).as(card.color(left, top)).isTrue();
    assertThat(card.isAbout(right, top, tolerance, GREEN)).as(card.color(right, top)).isTrue();
    assertThat(card.isAbout(right, bottom, tolerance, BLUE)).as(card.color(right, bottom)).isTrue();
    assertThat(card.isAbout(left, bottom, tolerance, YELLOW)).as(card.color(left, bottom)).isTrue();
  }

  private static List<Integer> markers(byte[] jpeg) {
    List<Integer> markers = new ArrayList<>();
    int at = 2;
    while (at + 4 < jpeg.length && (jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) != 0xda) {
      markers.add(jpeg[at + 1] & 0xff);
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
    }
    return markers;
  }

  private static int indexOf(byte[] jpeg, int marker) {
    for (int at = 0; at + 1 < jpeg.length; at++) {
      if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == marker) {
        return at;
      }
    }
    throw new AssertionError("no marker " + marker);
  }
}
