package io.tintype.cache.disk;

import static io.tintype.cache.disk.DiskFixture.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.testing.SettableClock;
import io.tintype.testing.TrackedBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what was written. */
class DamageTest {
  private static final int VERSION_AT = 4;
  private static final int VERSION_END = 8;

  private final DiskCounts counts = new DiskCounts();
  private final Ledger ledger = new Ledger(1L << 30, 1000, new Random(1));
  @TempDir private Path temporary;
  private Shelf shelf;
  private Finder finder;
  private Path file;
  private byte[] good;

  @BeforeEach
  void writeOne() throws IOException {
    DiskDirectory directory = new DiskDirectory(temporary);
    directory.open();
    directory.close();
    shelf = new Shelf(directory, ledger);
    finder = new Finder(shelf, counts, new SettableClock());
    file = directory.file(FileName.of(key("a")));
    write("a", "content");
    good = Files.readAllBytes(file);
  }

  @Test
  void neverServesAFileThatWasCut() throws IOException {
    for (int length = 0; length < good.length; length++) {
      replace(Arrays.copyOf(good, length));

      assertThat(read("a")).as("cut to " + length).isEmpty();
      assertThat(file).doesNotExist();
    }
    assertThat(counts.damages()).isEqualTo(good.length);
    assertThat(ledger.files()).isZero();
  }

  @Test
  void neverServesAFileWithAChangedByte() throws IOException {
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      replace(bad);

      boolean foreign = at >= VERSION_AT && at < VERSION_END;
      assertThat(read("a")).as("changed at " + at).isEmpty();
      assertThat(Files.exists(file)).isEqualTo(foreign);
    }
  }

  @Test
  void neverServesAFileWithSomethingBehindIt() throws IOException {
    replace(Arrays.copyOf(good, good.length + 1));

    assertThat(read("a")).isEmpty();
    assertThat(counts.damages()).isEqualTo(1);
  }

  @Test
  void noticesAChangeOfAFileItHasOpen() throws IOException {
    assertThat(read("a")).isEqualTo("content");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap("C".getBytes(UTF_8)), good.length - "content".length());
    }

    assertThat(read("a")).isEmpty();
    assertThat(counts.damages()).isEqualTo(1);
  }

  @Test
  void noticesThatAFileItHasOpenIsCut() throws IOException {
    assertThat(read("a")).isEqualTo("content");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(good.length - 1);
    }

    assertThat(read("a")).isEmpty();
    assertThat(counts.damages()).isEqualTo(1);
  }

  @Test
  void leavesFilesOfOtherVersionsAlone() throws IOException {
    byte[] later = good.clone();
    ByteBuffer.wrap(later).putInt(VERSION_AT, 2);
    replace(later);

    assertThat(read("a")).isEmpty();
    assertThat(file).exists();
    assertThat(counts.damages()).isZero();

    write("a", "again");
    assertThat(read("a")).isEqualTo("again");
  }

  @Test
  void tellsKeysOfOneNameApart() throws IOException {
    write("b", "of b");
    Path other = file.resolveSibling("../" + shardAndName("b"));
    replace(Files.readAllBytes(other));

    assertThat(read("a")).isEmpty();
    assertThat(read("b")).isEqualTo("of b");
    assertThat(counts.damages()).isZero();
  }

  private static String shardAndName(String name) {
    String text = FileName.of(key(name)).text();
    return text.substring(0, 2) + "/" + text;
  }

  private void write(String name, String content) throws IOException {
    try (ImageBytes bytes = new TrackedBytes().of(content)) {
      byte[] label = Label.of(key(name), DiskFixture.variant(bytes, false)).encode();
      ByteBuffer body = bytes.memory().asByteBuffer();
      shelf.put(FileName.of(key(name)), Frame.of(label, body), body, Instant.EPOCH);
    }
  }

  private String read(String name) throws IOException {
    try (RequestScope scope = new RequestScope()) {
      return finder.find(key(name), scope).map(DiskFixture::text).orElse("");
    }
  }

  /** Puts a file there as another process would, that nobody has open yet. */
  private void replace(byte[] content) throws IOException {
    shelf.remove(FileName.of(key("a")));
    Files.write(file, content);
  }
}
