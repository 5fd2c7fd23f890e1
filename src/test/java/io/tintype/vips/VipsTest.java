package io.tintype.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.testing.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class VipsTest {
  @Test
  void saysWhatItIsAndWhatItCan() {
    Vips vips = TestVips.open();

    assertThat(vips.version()).matches("8\\.[0-9]+\\.[0-9]+");
    assertThat(vips.file()).exists();
    assertThat(vips.has("jpegload_buffer")).isTrue();
    assertThat(vips.has("heifsave_buffer")).isTrue();
    assertThat(vips.has("no_such_operation")).isFalse();
  }

  @Test
  void findsNoLibraryWhereThereIsNone(@TempDir Path empty) {
    assertThat(LibraryFiles.in(empty)).isEmpty();
  }

  @Test
  void takesALibraryFileAsItIs(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("libvips.so.42"));

    assertThat(LibraryFiles.in(file)).containsExactly(file.toAbsolutePath());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void letsOtherThreadsGoFirstAndNoOtherThreadWait() throws Exception {
    Vips vips = TestVips.open();
    AtomicInteger rendering = new AtomicInteger();

    Thread.ofPlatform()
        .start(
            () -> {
              vips.giveWay();
              vips.giveWay();
              rendering.set(nice());
            })
        .join();

    assertThat(rendering.get()).isEqualTo(Math.max(10, nice()));
  }

  /** Of the calling thread: proc_pid_stat(5), the 17th field behind the name. */
  private static int nice() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void namesTheOperationThatFails() {
    try (VipsScope scope = TestVips.open().openScope();
        ImageBytes bytes = NettyBuffers.copyOf(Corpus.read("card.png"))) {
      VipsImage image = scope.operation("pngload_buffer").bytes("buffer", bytes).toImage();

      assertThatThrownBy(() -> image.extract(200, 0, 100, 10))
          .isInstanceOfSatisfying(
              VipsException.class,
              failure -> assertThat(failure.operation()).isEqualTo("extract_area"));
      assertThatThrownBy(() -> scope.operation("no_such_operation"))
          .isInstanceOf(VipsException.class);
      assertThatThrownBy(() -> scope.operation("resize").choice("kernel", "no such kernel"))
          .isInstanceOf(VipsException.class);
    }
  }

  @Test
  void holdsTheSourceUntilItsScopeCloses() {
    ImageBytes bytes = NettyBuffers.copyOf(Corpus.read("card.png"));
    VipsMemory before = TestVips.memoryAtRest();
    try (VipsScope scope = TestVips.open().openScope()) {
      VipsImage image = scope.operation("pngload_buffer").bytes("buffer", bytes).toImage();
      bytes.close();

      assertThat(bytes.isOpen()).isTrue();
      assertThat(image.inMemory().width()).isEqualTo(240);
    }
    assertThat(bytes.isOpen()).isFalse();
    assertThat(TestVips.memorySettledAt(before).bytes()).isEqualTo(before.bytes());
  }

  @Test
  void refusesASourceThatIsGone() {
    ImageBytes bytes = NettyBuffers.copyOf(Corpus.read("card.png"));
    bytes.close();
    try (VipsScope scope = TestVips.open().openScope()) {
      assertThatThrownBy(() -> scope.operation("pngload_buffer").bytes("buffer", bytes))
          .isInstanceOf(VipsException.class);
    }
  }

  @Test
  void stopsAtAPulledSwitch() {
    KillSwitch killSwitch = new KillSwitch();
    try (VipsScope scope = TestVips.open().openScope();
        ImageBytes bytes = NettyBuffers.copyOf(Corpus.read("beer.jpg"))) {
      VipsImage image =
          scope.operation("jpegload_buffer").bytes("buffer", bytes).toImage().resize(6000, 6000);
      killSwitch.arm(image);
      Thread watchdog =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!Thread.interrupted()) {
                      killSwitch.pull();
                      Thread.onSpinWait();
                    }
                  });
      try {
        assertThatThrownBy(image::inMemory).isInstanceOf(VipsException.class);
      } finally {
        watchdog.interrupt();
        killSwitch.disarm();
      }
      assertThat(killSwitch.isPulled()).isTrue();
    }
  }
}
