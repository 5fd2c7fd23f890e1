package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writing with font files that customers bring. */
class CustomFontsTest {
  private static final String SAMPLE = "Hamburgefonts";
  private static final int MUTATIONS = 150;

  @Test
  void writesWithTheFile() throws IOException {
    Scene scene = Words.of(SAMPLE).file("lobster.ttf").scene().withFont("lobster.ttf", lobster());
    Decoded own = scene.decoded();

    assertThat(scene.unmet()).isEmpty();
    assertThat(own.pixels())
        .isEqualTo(Words.of(SAMPLE).family("Lobster").scene().decoded().pixels());
  }

  @Test
  void nothingStandsInForABundledFamily() throws IOException {
    Decoded before = Words.of(SAMPLE).family("Open Sans").scene().decoded();
    byte[] pretender = renamed(lobster(), "Lobster", "OpenSan");
    Words.of(SAMPLE).file("a.ttf").scene().withFont("a.ttf", pretender).decoded();

    assertThat(Words.of(SAMPLE).family("Open Sans").scene().decoded().pixels())
        .isEqualTo(before.pixels());
    Scene asked = Words.of(SAMPLE).family("OpenSan").scene();
    assertThat(asked.decoded().pixels()).isEqualTo(before.pixels());
    assertThat(asked.unmet()).containsExactly("ff-OpenSan");
  }

  @Test
  void nobodyElsesFontWritesWhatBundledOnesLack() throws IOException {
    Decoded before = Words.of("ⰀⰁⰂ").scene().decoded();
    byte[] glagolitic = moved(lobster());
    Decoded own = Words.of("ⰀⰁⰂ").file("g.ttf").scene().withFont("g.ttf", glagolitic).decoded();

    assertThat(own.pixels()).isNotEqualTo(before.pixels());
    assertThat(Words.of("ⰀⰁⰂ").scene().decoded().pixels()).isEqualTo(before.pixels());
  }

  @Test
  void writesWithTheDefaultIfTheFileIsMissingOrNone() {
    Decoded standard = Words.of(SAMPLE).scene().decoded();
    Scene missing = Words.of(SAMPLE).file("a/b.ttf").scene();
    Scene none =
        Words.of(SAMPLE)
            .file("b.ttf")
            .scene()
            .withFont("b.ttf", "no font".getBytes(StandardCharsets.UTF_8));

    assertThat(missing.decoded().pixels()).isEqualTo(standard.pixels());
    assertThat(missing.unmet()).containsExactly("ff-a@@b.ttf");
    assertThat(none.decoded().pixels()).isEqualTo(standard.pixels());
    assertThat(none.unmet()).containsExactly("ff-b.ttf");
  }

  /** Whatever a file does, there is a picture, or a fault that says what is wrong. */
  @Test
  void survivesHostileFiles() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    byte[] sound = file("pt-mono", "PTMono_400Regular.ttf");
    int drawn = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] hostile = sound.clone();
      int changes = 1 + random.nextInt(64);
      int range = random.nextBoolean() ? hostile.length : 4096;
      for (int change = 0; change < changes; change++) {
        hostile[12 + random.nextInt(range - 12)] = (byte) random.nextInt();
      }
      if (random.nextInt(8) == 0) {
        hostile = Arrays.copyOf(hostile, random.nextInt(hostile.length));
      }
      try {
        Words.of("Ab").size(20).file("h.ttf").scene().withFont("h.ttf", hostile).decoded();
        drawn++;
      } catch (FaultException refused) {
        assertThat(refused.fault()).isInstanceOf(Fault.LimitExceeded.class);
      }
    }
    assertThat(drawn).isGreaterThan(MUTATIONS / 2);
  }

  private static byte[] lobster() throws IOException {
    return file("lobster", "Lobster_400Regular.ttf");
  }

  private static byte[] file(String packageName, String name) throws IOException {
    Path scope = TestVips.packages().resolve("@expo-google-fonts").resolve(packageName);
    try (Stream<Path> files = Files.walk(scope)) {
      return Files.readAllBytes(
          files.filter(file -> file.endsWith(name)).findFirst().orElseThrow());
    }
  }

  private static byte[] renamed(byte[] font, String from, String to) {
    String text = new String(font, StandardCharsets.ISO_8859_1);
    return text.replace(wide(from), wide(to))
        .replace(from, to)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String wide(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
  }

  /** The same font, with a character map that has Glagolitic letters in place of all others. */
  private static byte[] moved(byte[] font) {
    ByteBuffer bytes = ByteBuffer.wrap(font.clone());
    int tables = bytes.getShort(4);
    for (int i = 0; i < tables; i++) {
      int record = 12 + i * 16;
      if (bytes.getInt(record) == 0x636d6170) {
        ByteBuffer cmap =
            ByteBuffer.allocate(44)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 10)
                .putInt(12)
                .putShort((short) 12)
                .putShort((short) 0)
                .putInt(28)
                .putInt(0)
                .putInt(1)
                .putInt(0x2c00)
                .putInt(0x2c5f)
                .putInt(30);
        bytes.put(bytes.getInt(record + 8), cmap.array(), 0, 40);
        bytes.putInt(record + 12, 40);
      }
    }
    return bytes.array();
  }
}
