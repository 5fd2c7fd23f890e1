package io.tintype.info;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.ExifBlock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ExifReadingTest {
  private static final JsonObject NOTHING =
      new JsonObject()
          .put("image", new JsonObject())
          .put("thumbnail", new JsonObject())
          .put("exif", new JsonObject())
          .put("gps", new JsonObject())
          .put("interoperability", new JsonObject())
          .put("makernote", new JsonObject());

  @Test
  void namesValuesAsImageKitDoes() {
    JsonObject exif = read(ExifBlock.ofCamera());

    assertThat(exif.getJsonObject("image"))
        .isEqualTo(
            new JsonObject()
                .put("Make", "Tintype")
                .put("Orientation", 6)
                .put("ModifyDate", "2008:07:31 10:38:11"));
    assertThat(exif.getJsonObject("thumbnail")).isEqualTo(new JsonObject().put("Compression", 6));
    assertThat(exif.getJsonObject("exif"))
        .isEqualTo(
            new JsonObject()
                .put("ExposureTime", 0.00625)
                .put("FNumber", 7.1)
                .put("ISO", 100)
                .put("ExifVersion", "0221")
                .put("CreateDate", "2008:05:30 15:56:01")
                .put("WhiteBalance", 1));
    assertThat(exif.getJsonObject("gps"))
        .isEqualTo(
            new JsonObject()
                .put("GPSVersionID", JsonArray.of(2, 2, 0, 0))
                .put("GPSLatitudeRef", "N")
                .put("GPSLatitude", JsonArray.of(48, 8, 15.5)));
    assertThat(exif.getJsonObject("interoperability"))
        .isEqualTo(new JsonObject().put("InteropIndex", "R98").put("InteropVersion", "0100"));
  }

  @Test
  void hasSixEmptyGroupsWithoutABlock() {
    assertThat(read(new byte[0])).isEqualTo(NOTHING);
  }

  @Test
  void leavesOutWhatJsonCannotSay() {
    ExifBlock block = new ExifBlock();
    byte[] bytes =
        block.bytes(
            block
                .directory()
                .fractions(0x11a, 1, 0)
                .text(0x10e, "x".repeat(5000))
                .bytes(0x0111, new int[100])
                .text(0x10f, "Tintype")
                .write(0));

    JsonObject image = read(bytes).getJsonObject("image");

    assertThat(image.fieldNames()).containsExactlyInAnyOrder("ImageDescription", "Make");
    assertThat(image.getString("ImageDescription")).hasSize(1024);
  }

  /** Every entry claims the whole block as its text: thousands of times what there is. */
  @Test
  void readsNoMoreThanABlockHas() {
    ExifBlock block = new ExifBlock();
    ExifBlock.Directory directory = block.directory();
    for (int tag = 0; tag < 4500; tag++) {
      directory.claim(0x9c00 + tag, 7, 50_000, 8);
    }
    byte[] bytes = block.bytes(directory.write(0));
    long start = System.nanoTime();

    JsonObject exif = read(bytes);

    assertThat(exif.encode().length()).isLessThan(100_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void followsNoEndlessChainOfDirectories() {
    ExifBlock block = new ExifBlock();
    int first = block.position();
    for (int i = 0; i < 9000; i++) {
      block.directory().write(block.position() + ExifBlock.EMPTY_DIRECTORY);
    }

    assertThat(read(block.bytes(first))).isEqualTo(NOTHING);
    int itself = new ExifBlock().position();
    ExifBlock loop = new ExifBlock();
    assertThat(read(loop.bytes(loop.directory().pointer(0x8769, itself).write(itself))))
        .isNotNull();
  }

  @Test
  void survivesDamage() {
    byte[] whole = ExifBlock.ofCamera();
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int i = 0; i < 1 + round % 8; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }

      assertThat(read(damaged).fieldNames()).hasSize(6);
    }
  }

  /** Through its text, as clients see it. */
  private static JsonObject read(byte[] exif) {
    return new JsonObject(ExifReading.json(ByteBuffer.wrap(exif)).encode());
  }
}
