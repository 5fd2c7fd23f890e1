package io.tintype.render;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.Chroma;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.Writing;
import io.tintype.vips.Decoded;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Animated PNGs, read by their specification: each frame becomes a PNG that the JDK decodes. */
class MovingPngTest {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int BLACK = 0xff000000;

  /** Colours of the frames of the corpus, below a black bar. */
  private static final List<Integer> COLORS =
      List.of(0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff);

  @ParameterizedTest
  @ValueSource(strings = {"frames.gif", "frames.webp"})
  void keepsFramesDelaysAndLoops(String source) throws IOException {
    Film film = Film.of(Rendering.of(source).to(ImageFormat.PNG).moving().encoded());

    assertThat(film.plays).isEqualTo(3);
    assertThat(film.frames.stream().map(Frame::seconds)).containsExactly(0.1, 0.2, 0.3, 0.4);
    assertThat(film.frames.stream().map(Frame::manner)).containsOnly("60x40+0+0 0 0");
    for (int i = 0; i < COLORS.size(); i++) {
      BufferedImage frame = film.picture(i);
      assertThat(frame.getColorModel().hasAlpha()).isFalse();
      assertThat(frame.getRGB(29, 7)).isEqualTo(BLACK);
      assertThat(frame.getRGB(30, 7)).isEqualTo(COLORS.get(i));
      assertThat(frame.getRGB(0, 8)).isEqualTo(COLORS.get(i));
      assertThat(frame.getRGB(59, 39)).isEqualTo(COLORS.get(i));
    }
  }

  @Test
  void isAPictureToWhoeverKnowsNoAnimation() throws IOException {
    byte[] png = Rendering.of("frames.gif").to(ImageFormat.PNG).moving().encoded();

    BufferedImage first = ImageIO.read(new ByteArrayInputStream(png));
    Decoded byVips = Decoded.of(png, "pngload_buffer");

    assertThat(first.getRGB(40, 20)).isEqualTo(COLORS.getFirst());
    assertThat(first.getHeight()).isEqualTo(40);
    assertThat(byVips.height()).isEqualTo(40);
  }

  @Test
  void keepsTransparencyOfEveryFrame() throws IOException {
    Film film =
        Film.of(
            Rendering.of("frames.webp")
                .step(new PlannedStep.Ellipse())
                .to(ImageFormat.PNG)
                .moving()
                .encoded());

    for (int i = 0; i < COLORS.size(); i++) {
      assertThat(film.picture(i).getRGB(0, 0) >>> 24).isZero();
      assertThat(film.picture(i).getRGB(30, 20)).isEqualTo(COLORS.get(i));
    }
  }

  /** What is written in greys elsewhere has the colour type of all other frames. */
  @Test
  void writesAllFramesInOneColorType() throws IOException {
    Writing palette =
        new Writing(80, false, false, Chroma.FULL, true, Metadata.ALL, OptionalInt.of(300));

    Film film =
        Film.of(
            Rendering.of("frames.gif")
                .step(new PlannedStep.Grayscale())
                .to(ImageFormat.PNG, palette)
                .moving()
                .encoded());

    assertThat(film.header[8]).isEqualTo((byte) 8);
    assertThat(film.header[9]).isEqualTo((byte) 2);
    assertThat(film.picture(3).getRGB(59, 39)).isEqualTo(0xffffffff);
    assertThat(film.types).contains("pHYs").doesNotContain("PLTE");
  }

  /** Sixteen bits in milliseconds, and above in hundredths of a second. */
  @ParameterizedTest
  @CsvSource({"0, 0", "65535, 65.535", "65536, 65.53", "655350, 655.35", "700000, 655.35"})
  void tellsLongDelays(int milliseconds, double seconds) throws IOException {
    Animation animation = new Animation(2, List.of(milliseconds), OptionalInt.empty());
    Film film;
    try (MovingPng png = new MovingPng(animation)) {
      png.add(blank(3));
      png.add(blank(3));
      try (ImageBytes whole = png.finish()) {
        film = Film.of(NettyBuffers.view(whole).getBytes());
      }
    }

    assertThat(film.plays).isZero();
    assertThat(film.frames.getFirst().seconds()).isEqualTo(seconds);
    assertThat(film.frames.getLast().seconds()).isEqualTo(0.1);
  }

  @Test
  void takesAllFramesAndNoneThatDiffers() throws IOException {
    try (MovingPng png = new MovingPng(new Animation(2, List.of(), OptionalInt.empty()))) {
      png.add(blank(3));
      assertThatThrownBy(png::finish).isInstanceOf(IllegalStateException.class);
      ImageBytes other = blank(4);
      assertThatThrownBy(() -> png.add(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static ImageBytes blank(int side) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", png);
    return NettyBuffers.copyOf(png.toByteArray());
  }

  /**
   * A frame.
   *
   * @param manner size, place, and what becomes of it and of what it covers
   * @param data of its pixels
   */
  private record Frame(String manner, double seconds, ByteArrayOutputStream data) {}

  /** An animated PNG, taken apart. */
  private static final class Film {
    private final List<String> types = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private byte[] header = {};
    private int announced;
    private int plays;
    private int sequence;

    static Film of(byte[] png) throws IOException {
      Film film = new Film();
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(png));
      assertThat(in.readLong()).isEqualTo(SIGNATURE);
      while (in.available() > 0) {
        byte[] data = new byte[in.readInt()];
        byte[] type = in.readNBytes(4);
        in.readFully(data);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(data);
        assertThat(in.readInt()).isEqualTo((int) check.getValue());
        film.chunk(new String(type, US_ASCII), data);
      }
      assertThat(film.types.getLast()).isEqualTo("IEND");
      assertThat(film.types.indexOf("acTL")).isLessThan(film.types.indexOf("IDAT"));
      assertThat(film.frames).hasSize(film.announced);
      return film;
    }

    private void chunk(String type, byte[] data) {
      types.add(type);
      ByteBuffer in = ByteBuffer.wrap(data);
      switch (type) {
        case "IHDR" -> header = data;
        case "acTL" -> {
          announced = in.getInt();
          plays = in.getInt();
        }
        case "fcTL" -> {
          assertThat(in.getInt()).isEqualTo(sequence++);
          String place =
              "%dx%d+%d+%d".formatted(in.getInt(), in.getInt(), in.getInt(), in.getInt());
          double seconds = (double) (in.getShort() & 0xffff) / (in.getShort() & 0xffff);
          String manner = place + " " + in.get() + " " + in.get();
          frames.add(new Frame(manner, seconds, new ByteArrayOutputStream()));
        }
        case "IDAT" -> frames.getLast().data.writeBytes(data);
        case "fdAT" -> {
          assertThat(in.getInt()).isEqualTo(sequence++);
          frames.getLast().data.write(data, 4, data.length - 4);
        }
        default -> {}
      }
    }

    /** Of one frame, as a PNG of its own. */
    BufferedImage picture(int frame) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeLong(SIGNATURE);
      write(out, "IHDR", header);
      write(out, "IDAT", frames.get(frame).data.toByteArray());
      write(out, "IEND", new byte[0]);
      return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static void write(DataOutputStream out, String type, byte[] data) throws IOException {
      CRC32 check = new CRC32();
      check.update(type.getBytes(US_ASCII));
      check.update(data);
      out.writeInt(data.length);
      out.write(type.getBytes(US_ASCII));
      out.write(data);
      out.writeInt((int) check.getValue());
    }
  }
}
