package io.tintype.cache.disk;

import static io.tintype.cache.disk.DiskFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.testing.SettableClock;
import io.tintype.testing.TrackedBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  @TempDir Path temporary;
  private final TrackedBytes bytes = new TrackedBytes();
  private final SettableClock clock = new SettableClock();
  private final DiskCounts counts = new DiskCounts();
  private final Outbox outbox = new Outbox(100, 1 << 20);

  @AfterEach
  void everythingIsGivenBack() {
    assertThat(bytes.open()).isZero();
  }

  @Test
  void makesRoomWhereTheDiskIsSmallerThanItsBounds() throws IOException {
    try (SmallDisk disk = new SmallDisk(temporary, 10)) {
      Ledger ledger = new Ledger(1L << 30, 1_000_000, new Random(1));
      Writer writer = writer(disk, ledger);

      for (int i = 0; i < 50; i++) {
        clock.advance(Duration.ofSeconds(1));
        write(writer, "k" + i);
      }

      assertThat(counts.writes()).isEqualTo(50);
      assertThat(counts.writesDropped()).isZero();
      assertThat(counts.errors()).isZero();
      assertThat(ledger.files()).isBetween(1, 10);
      assertThat(disk.file(FileName.of(key("k49")))).exists();
    }
  }

  @Test
  void doesNotEmptyItselfWhereRoomIsNotWhatIsMissing() throws IOException {
    try (SmallDisk disk = new SmallDisk(temporary, 100)) {
      Ledger ledger = new Ledger(1L << 30, 1_000_000, new Random(1));
      Writer writer = writer(disk, ledger);
      for (int i = 0; i < 50; i++) {
        write(writer, "k" + i);
      }

      disk.mostFiles = 0;
      for (int i = 0; i < 20; i++) {
        clock.advance(Duration.ofSeconds(2));
        write(writer, "x" + i);
      }

      assertThat(counts.writesDropped()).isEqualTo(20);
      assertThat(ledger.files()).isGreaterThan(40);
    }
  }

  @Test
  void keepsInItsAccountsWhatCannotBeRemoved() throws IOException {
    try (SmallDisk disk = new SmallDisk(temporary, 100)) {
      Ledger ledger = new Ledger(1L << 30, 2, new Random(1));
      Writer writer = writer(disk, ledger);
      disk.undeletable = true;

      for (int i = 0; i < 3; i++) {
        write(writer, "k" + i);
      }
      assertThat(ledger.files()).isEqualTo(3);
      assertThat(counts.evictions()).isZero();
      assertThat(counts.errors()).isEqualTo(1);

      disk.undeletable = false;
      clock.advance(Duration.ofSeconds(2));
      write(writer, "k4");
      assertThat(ledger.files()).isEqualTo(2);
      assertThat(counts.evictions()).isEqualTo(2);
    }
  }

  @Test
  void passesOverADirectoryThatCannotBeCounted() throws IOException {
    Files.writeString(temporary.resolve("00"), "not a directory");
    try (SmallDisk disk = new SmallDisk(temporary, 100)) {
      Writer writer = writer(disk, new Ledger(1L << 30, 2, new Random(1)));

      assertThat(writer.countSome()).isTrue();
      assertThat(writer.repeats()).isTrue();
      int steps = 1;
      while (writer.countSome()) {
        steps++;
      }

      assertThat(steps).isBetween(FileName.SHARDS, FileName.SHARDS + 3);
      assertThat(writer.repeats()).isFalse();
      assertThat(counts.errors()).isEqualTo(3);
    }
  }

  @Test
  void touchesNothingThatIsNotItsOwn() throws IOException {
    String name = FileName.of(key("a")).text();
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Path foreign = Files.writeString(elsewhere.resolve(name), "foreign");
    Path root = Files.createDirectories(temporary.resolve("cache"));
    Files.createSymbolicLink(root.resolve(name.substring(0, 2)), elsewhere);
    Path note = Files.createDirectories(root.resolve("unfinished")).resolve("README");
    Files.writeString(note, "kept");
    try (SmallDisk disk = new SmallDisk(root, 100)) {
      Ledger ledger = new Ledger(1L << 30, 1, new Random(1));
      Writer writer = writer(disk, ledger);
      while (writer.countSome()) {
        // Until all are known.
      }
      write(writer, "a");

      assertThat(ledger.files()).isZero();
      assertThat(foreign).hasContent("foreign");
      assertThat(note).exists();
    }
  }

  private Writer writer(DiskDirectory directory, Ledger ledger) {
    Shelf shelf = new Shelf(directory, ledger);
    Trouble trouble = new Trouble(directory.root(), clock);
    Writer writer =
        new Writer(directory, ledger, outbox, new Writer.Watch(shelf, trouble, counts, clock));
    assertThat(writer.open()).isTrue();
    return writer;
  }

  private void write(Writer writer, String name) {
    try (ImageBytes content = bytes.of("content")) {
      assertThat(outbox.keep(key(name), DiskFixture.variant(content, false))).isTrue();
    }
    writer.writeAll();
  }

  /** A disk that takes a number of files, and may not let go of any. */
  private static final class SmallDisk extends DiskDirectory {
    private int mostFiles;
    private boolean undeletable;
    private int files;

    SmallDisk(Path root, int mostFiles) {
      super(root);
      this.mostFiles = mostFiles;
    }

    @Override
    void write(FileName name, ByteBuffer head, ByteBuffer body) throws IOException {
      if (files >= mostFiles) {
        // As after a part of it has been written.
        head.position(head.limit());
        throw new IOException("No space left on device");
      }
      super.write(name, head, body);
      files++;
    }

    @Override
    boolean delete(FileName name) throws IOException {
      if (undeletable) {
        throw new IOException("Operation not permitted");
      }
      files--;
      return super.delete(name);
    }
  }
}
