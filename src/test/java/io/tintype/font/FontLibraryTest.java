package io.tintype.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.vips.TestVips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FontLibraryTest {
  private static final int MUTATIONS = 3000;

  @TempDir private Path root;
  private FontLibrary library;

  @BeforeEach
  void open() {
    library = FontLibrary.open(TestVips.packages(), TestVips.open().fonts());
  }

  @ParameterizedTest
  @CsvSource({
    "Open Sans, Open Sans",
    "open_sans, Open Sans",
    "OPENSANS, Open Sans",
    "PT_Serif, PT Serif",
    "pt serif, PT Serif",
    "AbrilFatFace, Abril Fatface",
    "exo, Exo",
    "Old Standard, Old Standard TT",
    "Fredoka-One, Fredoka One"
  })
  void findsFamiliesHoweverTheyAreWritten(String name, String family) {
    assertThat(library.family(name)).map(Typeface::family).contains(family);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Sans", "DejaVu Sans", "Open Sans Extra"})
  void knowsNoOthers(String name) {
    assertThat(library.family(name)).isEmpty();
  }

  @Test
  void hasEveryFamilyAndScript() {
    for (BundledFamily family : BundledFamily.ALL) {
      assertThat(library.family(family.name()).orElseThrow().coverage().has('ß')).isTrue();
    }
    for (int character : "سש世한あ".codePoints().toArray()) {
      assertThat(library.fallbacks()).anyMatch(typeface -> typeface.coverage().has(character));
    }
  }

  @Test
  void isDescribedInTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("docs/fonts.md"));

    for (BundledFamily family : BundledFamily.ALL) {
      assertThat(page).contains("| " + family.name() + " |");
    }
    for (BundledFamily family : BundledFamily.FALLBACKS) {
      assertThat(page).contains(family.name());
    }
  }

  @Test
  void doesWithoutWhatIsNotInstalled() throws IOException {
    FontLibrary bare = FontLibrary.open(root, Files.createDirectory(root.resolve("bare")));

    assertThat(bare.standard()).isEmpty();
    assertThat(bare.family("Lato")).isEmpty();
  }

  @Test
  void namesFontsAfterTheirContent() throws IOException {
    Typeface one = library.custom(lobster());
    Typeface again = library.custom(lobster());
    byte[] other = lobster();
    other[other.length - 1]++;

    assertThat(again).isEqualTo(one);
    assertThat(library.custom(other).family()).isNotEqualTo(one.family());
    Sfnt kept = Sfnt.read(Files.readAllBytes(one.file().orElseThrow()));
    assertThat(kept.table(Sfnt.NAME)).isEqualTo(NameTable.of(one.family()));
    assertThat(kept.tables().keySet()).allMatch(Sfnt::isKept);
  }

  @Test
  void unpacksWoff() throws IOException {
    Sfnt font = Sfnt.read(lobster());

    Typeface unpacked = library.custom(woff(font));

    assertThat(unpacked.coverage().size()).isEqualTo(Coverage.of(font.table(Sfnt.CMAP)).size());
    Sfnt kept = Sfnt.read(Files.readAllBytes(unpacked.file().orElseThrow()));
    assertThat(kept.table("glyf")).isEqualTo(font.table("glyf"));
  }

  @Test
  void refusesWhatIsNoFont() throws IOException {
    byte[] woff = woff(Sfnt.read(lobster()));
    woff[3] = '2';

    assertRefused(new byte[0], "cut off");
    assertRefused(new byte[1000], "0 tables");
    assertRefused("wOFF".getBytes(StandardCharsets.US_ASCII), "outside");
    assertRefused(new byte[CustomFonts.LARGEST + 1], "larger");
    assertRefused(woff, "WOFF 2.0");
    assertRefused(Arrays.copyOf(lobster(), 5000), "file");
  }

  /** Flipped bytes in the directory, the header and the character map, or a file cut off. */
  @Test
  void endsWithATypefaceOrAReason() throws IOException {
    byte[] sfnt = lobster();
    byte[] woff = woff(Sfnt.read(sfnt));
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] hostile = (i % 2 == 0 ? sfnt : woff).clone();
      for (int change = random.nextInt(1, 20); change > 0; change--) {
        hostile[random.nextInt(random.nextBoolean() ? 300 : hostile.length)] =
            (byte) random.nextInt();
      }
      if (random.nextInt(5) == 0) {
        hostile = Arrays.copyOf(hostile, random.nextInt(hostile.length));
      }
      try {
        Sfnt font =
            ByteBuffer.wrap(Arrays.copyOf(hostile, 4)).getInt() == Woff.SIGNATURE
                ? Woff.read(hostile, CustomFonts.LARGEST)
                : Sfnt.read(hostile);
        assertThat(Coverage.of(font.table(Sfnt.CMAP)).size()).isPositive();
        assertThat(Sfnt.read(font.write()).tables()).hasSameSizeAs(font.tables());
      } catch (FontException refused) {
        assertThat(refused).hasMessageMatching("[A-Za-z0-9 ,./]+");
      }
    }
  }

  private void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> library.custom(file))
        .isInstanceOf(FontException.class)
        .hasMessageContaining(reason);
  }

  private static byte[] lobster() throws IOException {
    Path scope = TestVips.packages().resolve("@expo-google-fonts/lobster");
    return Files.readAllBytes(scope.resolve("400Regular/Lobster_400Regular.ttf"));
  }

  /** The same font as WOFF 1.0, by the description at w3.org/TR/WOFF. */
  private static byte[] woff(Sfnt font) throws IOException {
    int count = font.tables().size();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteBuffer directory = ByteBuffer.allocate(44 + 20 * count);
    directory.putInt(Woff.SIGNATURE).putInt(font.flavor()).putInt(0).putShort((short) count);
    directory.position(44);
    for (Map.Entry<String, byte[]> table : font.tables().entrySet()) {
      byte[] packed = packed(table.getValue());
      directory
          .put(table.getKey().getBytes(StandardCharsets.ISO_8859_1))
          .putInt(directory.capacity() + data.size())
          .putInt(packed.length)
          .putInt(table.getValue().length)
          .putInt(0);
      data.write(packed);
    }
    return ByteBuffer.allocate(directory.capacity() + data.size())
        .put(directory.flip())
        .put(data.toByteArray())
        .array();
  }

  private static byte[] packed(byte[] table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
      deflated.write(table);
    }
    return bytes.size() < table.length ? bytes.toByteArray() : table;
  }
}
