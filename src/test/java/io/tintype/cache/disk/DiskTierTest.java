package io.tintype.cache.disk;

import static io.tintype.cache.disk.DiskFixture.key;
import static io.tintype.cache.disk.DiskFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Makings;
import io.tintype.cache.Variant;
import io.tintype.model.Accepts;
import io.tintype.model.AssetType;
import io.tintype.model.DeliveryType;
import io.tintype.model.FocusArea;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.model.PictureFacts;
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTierTest {
  @TempDir Path temporary;
  private DiskFixture disk;

  @BeforeEach
  void prepare() {
    disk = new DiskFixture(temporary.resolve("cache"));
  }

  @AfterEach
  void everythingIsGivenBack() {
    until("all bytes were given back", () -> disk.bytes.open() == 0);
  }

  @Test
  void findsEverythingAgainAfterARestart() {
    Variant.Measures measures =
        new Variant.Measures(300, 200, new PictureFacts(ImageFormat.TIFF, 4000, 3000, 1L << 33));
    SourceInfo info =
        new SourceInfo(
            "image/jpeg",
            OptionalLong.of(7),
            new Validators("W/\"x\"", "Thu, 01 Jan 2026 00:00:00 GMT"),
            "bytes 0-1/2",
            "https://example.com/ä",
            true,
            Optional.of(new FocusArea(1, 2, 3, 4)));
    Map<SourceRef, Makings.Part> found =
        Map.of(
            new SourceRef.Named("a%20b.png", "q=1"),
            new Makings.Part(new OriginId("one"), info),
            new SourceRef.Remote("https://example.com/x"),
            new Makings.Part(new OriginId("two"), DiskFixture.INFO),
            new SourceRef.Asset(
                AssetType.RAW, DeliveryType.GOOGLE_PLUS, "f/ö", "ttf", OptionalLong.of(9), true),
            new Makings.Part(new OriginId("three"), info),
            new SourceRef.Vendor("v/x", "", new Accepts(true, false)),
            new Makings.Part(new OriginId("four"), DiskFixture.INFO));
    try (ImageBytes content = disk.bytes.of("hash");
        RequestScope scope = new RequestScope()) {
      Variant kept =
          new Variant(
              content,
              new Medium.Placeholder(FormatChoice.Kind.BLURHASH),
              Optional.of(measures),
              "\"tag\"",
              new OriginId("main"),
              info,
              new Makings(found, false),
              List.of("e-x", "ü"),
              false,
              Instant.parse("2026-01-02T03:04:05.000000006Z"),
              Instant.EPOCH);
      try (DiskTier before = disk.open()) {
        before.keep(key("a"), kept);
      }

      try (DiskTier after = disk.open()) {
        Variant back = DiskFixture.find(after, "a", scope).orElseThrow();

        assertThat(DiskFixture.text(back)).isEqualTo("hash");
        assertThat(back).usingRecursiveComparison().ignoringFields("bytes").isEqualTo(kept);
      }
    }
  }

  @Test
  void findsWhatWaitsToBeWritten() {
    try (DiskTier tier = disk.open()) {
      for (int i = 0; i < 50; i++) {
        disk.keep(tier, "a", "content " + i);
        assertThat(disk.read(tier, "a")).isEqualTo("content " + i);
      }
    }
  }

  @Test
  void replacesAndForgetsFilesThatAreOpen() {
    try (DiskTier tier = disk.open()) {
      disk.write(tier, "a", "one");
      assertThat(disk.read(tier, "a")).isEqualTo("one");

      disk.write(tier, "a", "two");
      assertThat(disk.read(tier, "a")).isEqualTo("two");
      assertThat(tier.entries()).isEqualTo(1);

      tier.forget(key("a"));
      assertThat(disk.read(tier, "a")).isEmpty();
      until("removed", () -> Files.notExists(disk.file("a")));
      assertThat(disk.read(tier, "a")).isEmpty();
      until("struck out", () -> tier.entries() == 0);
    }
  }

  @Test
  void keepsNothingProvisional() {
    try (DiskTier tier = disk.open();
        ImageBytes hasty = disk.bytes.of("hasty")) {
      tier.keep(key("a"), DiskFixture.variant(hasty, true));

      assertThat(disk.read(tier, "a")).isEmpty();
    }
  }

  @Test
  void staysWithinItsBounds() throws IOException {
    try (DiskTier tier = disk.open(1 << 20, 20)) {
      for (int i = 0; i < 60; i++) {
        disk.write(tier, "small" + i, "x");
      }
      until("evicted", () -> tier.counts().evictions() >= 40);
      assertThat(filesOnDisk()).isEqualTo(20);
      for (int i = 0; i < 60; i++) {
        disk.write(tier, "large" + i, "y".repeat(100_000));
      }
      until("evicted", () -> tier.bytes() <= 1 << 20);
      assertThat(tier.entries()).isBetween(1, 20);
      until("removed", () -> filesOnDisk() == tier.entries());

      disk.keep(tier, "too large", "z".repeat(2 << 20));
      until("dropped", () -> tier.counts().writesDropped() == 1);
    }
  }

  @Test
  void learnsAfterTheStartWhatThereIsAndEvictsTheOldest() {
    try (DiskTier tier = disk.open()) {
      for (int i = 0; i < 100; i++) {
        disk.write(tier, "k" + i, "x");
      }
      disk.clock.advance(Duration.ofDays(10_000)); // the files have the time of the machine
      assertThat(disk.read(tier, "k7")).isEqualTo("x");
    }

    try (DiskTier tier = disk.open(1 << 20, 10)) {
      assertThat(disk.read(tier, "k7")).isEqualTo("x");
      until("bounds hold again", () -> tier.counts().evictions() == 90);
      assertThat(disk.read(tier, "k7")).isEqualTo("x");
      assertThat(filesOnDisk()).isEqualTo(10);
    }
  }

  @Test
  void forgetsWhatSomethingProvisionalHasReplaced() {
    try (DiskTier tier = disk.open()) {
      disk.write(tier, "a", "old");

      try (ImageBytes fresh = disk.bytes.of("new")) {
        tier.keep(key("a"), DiskFixture.variant(fresh, true));
      }

      assertThat(disk.read(tier, "a")).isEmpty();
    }
  }

  @Test
  void isForOneProcessAlone() {
    DiskTier second;
    try (DiskTier first = disk.open()) {
      disk.write(first, "a", "one");
      second = disk.open();
      disk.keep(second, "a", "two");

      assertThat(second.counts().writesDropped()).isEqualTo(1);
      assertThat(disk.read(second, "a")).isEmpty();
      assertThat(disk.read(first, "a")).isEqualTo("one");
    }
    until("the other has taken it", () -> disk.read(second, "a").equals("one"));
    second.close();
  }

  @Test
  void costsNothingButResultsWhereThereIsAFileInItsPlace() throws IOException {
    Files.writeString(disk.path, "not a directory");
    try (DiskTier tier = disk.open()) {
      disk.keep(tier, "a", "one");
      assertThat(disk.read(tier, "a")).isEmpty();
      assertThat(tier.counts().writesDropped()).isEqualTo(1);
      assertThat(tier.counts().errors()).isPositive();

      Files.delete(disk.path);
      until(
          "recovered",
          () -> {
            disk.keep(tier, "a", "two");
            return disk.read(tier, "a").equals("two");
          });
    }
  }

  @Test
  void survivesThatItsDirectoryVanishes() throws IOException {
    try (DiskTier tier = disk.open()) {
      disk.write(tier, "a", "one");
      delete(disk.path);

      assertThat(disk.read(tier, "a")).isEmpty();
      disk.write(tier, "b", "two");
      assertThat(disk.read(tier, "b")).isEqualTo("two");
    }
  }

  @Test
  void removesWhatWasNotFinished() throws IOException {
    Files.createDirectories(disk.path.resolve("unfinished"));
    Path left = Files.writeString(disk.path.resolve("unfinished").resolve("0".repeat(32)), "half");

    disk.open().close();

    assertThat(left).doesNotExist();
  }

  @Test
  void belongsToItsOwnerOnly() throws IOException {
    try (DiskTier tier = disk.open()) {
      disk.write(tier, "a", "one");

      assertThat(permissions(disk.path)).isEqualTo("rwx------");
      assertThat(permissions(disk.file("a").getParent())).isEqualTo("rwx------");
      assertThat(permissions(disk.file("a"))).isEqualTo("rw-------");
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private long filesOnDisk() {
    try (Stream<Path> all = Files.walk(disk.path)) {
      return all.filter(file -> file.getFileName().toString().length() == 32).count();
    } catch (IOException | java.io.UncheckedIOException changing) {
      return -1;
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
