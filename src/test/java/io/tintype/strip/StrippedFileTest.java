package io.tintype.strip;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.ImageFormat;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrippedFileTest {
  private static final byte[] SECRET = "where I live".getBytes(StandardCharsets.US_ASCII);

  @Test
  void takesExifCommentsAndAppendedFilesOutOfAJpeg() {
    byte[] plain = Corpus.read("card.jpg");
    byte[] told = join(plain, 0, 2, segment(0xe1), segment(0xfe), segment(0xed), segment(0xe0));
    byte[] chatty = join(join(told, 0, told.length, rest(plain, 2)), 0, -1, SECRET);

    byte[] stripped = strip(ImageFormat.JPEG, chatty, false).orElseThrow();

    assertThat(text(chatty)).contains("where I live");
    assertThat(text(stripped)).doesNotContain("where I live");
    assertThat(Decoded.of(stripped, "jpegload_buffer").pixels())
        .isEqualTo(Decoded.of(plain, "jpegload_buffer").pixels());
  }

  @Test
  void takesTextsOutOfAPng() {
    byte[] plain = Corpus.read("card.png");
    byte[] chatty = join(plain, 0, 33, chunk("tEXt"), chunk("eXIf"), rest(plain, 33));

    byte[] stripped = strip(ImageFormat.PNG, chatty, false).orElseThrow();

    assertThat(text(stripped)).doesNotContain("where I live");
    assertThat(Decoded.of(stripped, "pngload_buffer").pixels())
        .isEqualTo(Decoded.of(plain, "pngload_buffer").pixels());
  }

  @Test
  void takesExifOutOfAWebpAndSaysSoInItsHeader() {
    byte[] plain = Corpus.read("photo.webp");
    ByteBuffer chatty =
        ByteBuffer.allocate(plain.length + 18 + 8 + SECRET.length).order(ByteOrder.LITTLE_ENDIAN);
    Decoded picture = Decoded.of(plain, "webpload_buffer");
    chatty.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(chatty.capacity() - 8);
    chatty.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x08);
    putThreeBytes(chatty, picture.width() - 1);
    putThreeBytes(chatty, picture.height() - 1);
    chatty.put(plain, 12, plain.length - 12);
    chatty.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(SECRET.length).put(SECRET);

    byte[] stripped = strip(ImageFormat.WEBP, chatty.array(), false).orElseThrow();

    assertThat(text(stripped)).doesNotContain("where I live");
    assertThat(stripped[20]).isZero();
    assertThat(ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
        .isEqualTo(stripped.length - 8);
    assertThat(Decoded.of(stripped, "webpload_buffer").pixels()).isEqualTo(picture.pixels());
  }

  @Test
  void leavesAFileAloneWhoseColorsNeedItsProfile() {
    byte[] wide = Corpus.read("wide-gamut.jpg");

    assertThat(strip(ImageFormat.JPEG, wide, false)).isEmpty();
    assertThat(Decoded.of(strip(ImageFormat.JPEG, wide, true).orElseThrow(), "jpegload_buffer"))
        .extracting(Decoded::profile)
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({
    "card.jpg, JPEG",
    "progressive.jpg, JPEG",
    "orientation-6.jpg, JPEG",
    "card.png, PNG",
    "card.webp, WEBP",
    "frames.webp, WEBP"
  })
  void survivesWhatIsCutOffOrDamaged(String file, ImageFormat format) {
    byte[] whole = Corpus.read(file);
    for (int size = 0; size < whole.length; size++) {
      strip(format, Arrays.copyOf(whole, size), false);
    }
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 4; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      strip(format, damaged, random.nextBoolean())
          .ifPresent(some -> assertThat(some.length).isLessThanOrEqualTo(damaged.length + 12));
    }
  }

  private static Optional<byte[]> strip(ImageFormat format, byte[] file, boolean keepsProfile) {
    return StrippedFile.of(format, MemorySegment.ofArray(file), keepsProfile)
        .map(StrippedFile::bytes);
  }

  private static byte[] segment(int marker) {
    int length = SECRET.length + 2;
    return join(
        new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, 0, 4, SECRET);
  }

  private static byte[] chunk(String type) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(SECRET);
    return ByteBuffer.allocate(12 + SECRET.length)
        .putInt(SECRET.length)
        .put(name)
        .put(SECRET)
        .putInt((int) sum.getValue())
        .array();
  }

  private static void putThreeBytes(ByteBuffer to, int number) {
    to.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
  }

  private static byte[] rest(byte[] file, int from) {
    return Arrays.copyOfRange(file, from, file.length);
  }

  private static byte[] join(byte[] first, int from, int to, byte[]... others) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int end = to < 0 ? first.length : to;
    all.write(first, from, end - from);
    for (byte[] other : others) {
      all.writeBytes(other);
    }
    return all.toByteArray();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}
