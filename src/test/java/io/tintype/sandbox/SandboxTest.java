package io.tintype.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.svg.Sanitiser;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real processes, and documents that would rather have them for themselves. */
class SandboxTest {
  private static final Sandbox SANDBOX = Sandboxes.of(1);
  private static final byte FULL = (byte) 255;

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 20", "0.1, 200", "2, 10", "3, 7", "40, 1"})
  void drawsInTheSizeThatIsAskedFor(double shrink, int side) {
    byte[] pixels = drawn(SANDBOX, Documents.QUARTER, shrink, side, side);

    assertThat(pixels).hasSize(side * side * 4);
    if (side > 1) {
      assertThat(pixels).startsWith(FULL, 0, 0, FULL).endsWith(0, 0, 0, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "width='10' height='20', 10, 20",
    "width='1in' height='2in', 96, 192",
    "width='72pt' height='6pc', 96, 96",
    "width='25.4mm' height='2.54cm', 96, 96",
    "width='50%' height='100%' viewBox='0 0 7 14', 7, 14",
    "viewBox='0 0 158 33', 158, 33",
    "width='147.98' height='739.88', 148, 740",
  })
  void measuresAsBrowsersDo(String sizes, int width, int height) {
    try (ImageBytes svg =
        Sandboxes.bytes("<svg xmlns='http://www.w3.org/2000/svg' %s/>".formatted(sizes))) {
      assertThat(SANDBOX.measure(svg, () -> {})).isEqualTo(new Sandbox.Natural(width, height));
    }
  }

  @Test
  void drawsASanitisedDrawingLikeTheOriginal() {
    byte[] document = Documents.CLEAN.getBytes(StandardCharsets.UTF_8);
    String sanitised = new String(Sanitiser.sanitised(document, () -> {}), StandardCharsets.UTF_8);

    assertThat(sanitised).doesNotContain("example.com");
    assertThat(drawn(SANDBOX, sanitised, 0.25, 240, 160))
        .isEqualTo(drawn(SANDBOX, Documents.CLEAN, 0.25, 240, 160));
  }

  static List<String> greedyDocuments() {
    return List.of(
        Documents.slow(400),
        Documents.nestedUses(),
        Documents.hugeBlur(),
        Documents.memory(),
        Documents.deepElements());
  }

  @ParameterizedTest
  @MethodSource("greedyDocuments")
  void endsWhatTakesTooMuchAndGoesOn(String greedy) {
    long before = System.nanoTime();

    Fault fault = refused(SANDBOX, greedy);

    Duration took = Duration.ofNanos(System.nanoTime() - before);
    assertThat(took).isLessThan(Sandboxes.TIME.plusSeconds(5));
    assertThat(fault).isInstanceOfAny(Fault.LimitExceeded.class, Fault.CorruptSource.class);
    assertThat(drawn(SANDBOX, Documents.QUARTER, 1, 20, 20)).startsWith(FULL);
  }

  @Test
  void saysWhatIsDamaged() {
    assertThat(refused(SANDBOX, "<svg xmlns='http://www.w3.org/2000/svg' width='9'><g>"))
        .isInstanceOf(Fault.CorruptSource.class);
  }

  @Test
  void namesTheTimeThatWasNotEnough() {
    assertThat(refused(SANDBOX, Documents.slow(400)).message()).contains("700 ms");
  }

  @Test
  void hasAReplacementReady() {
    refused(SANDBOX, Documents.slow(400));
    Sandboxes.until(() -> !SANDBOX.idle().isEmpty());
    long spare = SANDBOX.idle().getFirst();

    refused(SANDBOX, Documents.slow(400));
    Sandboxes.until(() -> !SANDBOX.idle().isEmpty());

    assertThat(SANDBOX.idle()).doesNotContain(spare);
    assertThat(SANDBOX.processes()).isLessThanOrEqualTo(2);
  }

  @Test
  void replacesAHelperThatSomebodyElseKillsInTheMiddle() {
    try (Sandbox sandbox = Sandboxes.of(1, Duration.ofSeconds(20))) {
      drawn(sandbox, Documents.QUARTER, 1, 20, 20);
      Sandboxes.until(() -> sandbox.idle().size() == 2);
      List<Long> all = sandbox.idle();
      CompletableFuture<byte[]> drawing =
          CompletableFuture.supplyAsync(() -> drawn(sandbox, Documents.slow(1), 1, 900, 900));
      Sandboxes.until(() -> sandbox.idle().size() == 1);

      List<Long> working = new ArrayList<>(all);
      working.removeAll(sandbox.idle());
      ProcessHandle.of(working.getFirst()).orElseThrow().destroyForcibly();

      assertThat(drawing.join()).hasSize(900 * 900 * 4);
      assertThat(drawn(sandbox, Documents.QUARTER, 1, 20, 20)).startsWith(FULL);
    }
  }

  @Test
  void endsWorkThatNobodyWaitsForAnyMore() {
    try (Sandbox sandbox = Sandboxes.of(1, Duration.ofSeconds(3));
        ImageBytes svg = Sandboxes.bytes(Documents.slow(100));
        VipsScope scope = TestVips.open().openScope()) {
      drawn(sandbox, Documents.QUARTER, 1, 20, 20);
      Sandboxes.until(() -> sandbox.idle().size() == 2);
      AtomicBoolean gone = new AtomicBoolean();
      Runnable check =
          () -> {
            if (gone.getAndSet(true)) {
              throw new FaultException(new Fault.ClientGone());
            }
          };
      long before = sandbox.lost();

      FaultException left =
          catchThrowableOfType(FaultException.class, () -> sandbox.draw(scope, svg, 1, check));

      assertThat(left.fault()).isInstanceOf(Fault.ClientGone.class);
      Sandboxes.until(() -> sandbox.lost() > before);
    }
  }

  @Test
  void tellsThemNothingAndLimitsThem() throws IOException {
    drawn(SANDBOX, Documents.QUARTER, 1, 20, 20);
    Sandboxes.until(() -> !SANDBOX.idle().isEmpty());
    Path process = Path.of("/proc", SANDBOX.idle().getFirst().toString());

    assertThat(Files.readString(process.resolve("environ")).split("\0"))
        .containsExactlyInAnyOrder("MALLOC_ARENA_MAX=1", "LC_ALL=C.UTF-8");
    assertThat(Files.readString(process.resolve("limits")))
        .containsPattern("Max file size +0 +0")
        .containsPattern("Max core file size +0 +0")
        .containsPattern("Max cpu time +\\d+ ")
        .containsPattern("Max address space +\\d+ +\\d+")
        .doesNotContainPattern("Max open files +\\d{4,}");
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      assertThat(threads.map(SandboxTest::status)).anyMatch(is -> is.contains("NoNewPrivs:\t1"));
    }
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      assertThat(open.map(SandboxTest::target)).noneMatch(file -> file.startsWith("socket:"));
    }
  }

  @Test
  void readsNothingButTheDocument(@TempDir Path folder) throws IOException {
    Path secret = folder.resolve("secret.png");
    BufferedImage blue = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(blue, "png", secret.toFile());
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/a.png";
      for (String address : List.of(secret.toUri().toString(), secret.toString(), url)) {
        String content =
            """
            <style>@import url(%1$s);</style>
            <image href='%1$s' width='20' height='20'/>
            <image xlink:href='%1$s' width='20' height='20'/>
            <use href='%1$s#a'/><xi:include href='%1$s' parse='text'/>
            <rect width='20' height='20' fill='url(%1$s#a)'/>
            <text style='font-family: "%1$s"'>a</text>
            """
                .formatted(address);
        assertThat(drawn(SANDBOX, Documents.svg(20, 20, content), 1, 20, 20)).containsOnly(0);
      }
      server.setSoTimeout(1);
      assertThat(catchThrowableOfType(IOException.class, server::accept))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void leavesNoOrphans() throws IOException {
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dtintype.native=" + TestVips.packages(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxHost.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Long> helpers = new ArrayList<>();
    BufferedReader out = host.inputReader();
    for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
      helpers.add(Long.parseLong(line));
    }
    assertThat(helpers).hasSize(2).allMatch(SandboxTest::lives);

    host.destroyForcibly();

    Sandboxes.until(() -> helpers.stream().noneMatch(SandboxTest::lives));
  }

  @Test
  void saysThatItIsBusyWhereNoHelperCanBeHad() {
    try (Sandbox broken =
        new Sandbox(
            Sandboxes.installation(Path.of("/bin/echo")),
            new SandboxSettings(1, Sandboxes.MEMORY, Sandboxes.TIME),
            Sandboxes.MOST_BYTES)) {
      assertThat(refused(broken, Documents.QUARTER)).isInstanceOf(Fault.Overloaded.class);
      assertThat(broken.started()).isLessThan(9);
    }
  }

  @Test
  void lendsNoMoreHelpersThanThereAre() {
    try (ProcessPool pool =
        new ProcessPool(
            Sandboxes.installation(Path.of(System.getProperty("java.home"), "bin", "java"))
                .command(SandboxSettings.USUAL),
            1)) {
      DrawingProcess lent = pool.borrow(() -> {}, Duration.ofSeconds(10));

      FaultException busy =
          catchThrowableOfType(
              FaultException.class, () -> pool.borrow(() -> {}, Duration.ofMillis(50)));

      assertThat(busy.fault()).isInstanceOf(Fault.Overloaded.class);
      pool.giveBack(lent);
      assertThat(pool.borrow(() -> {}, Duration.ofSeconds(10))).isNotNull();
    }
  }

  private static byte[] drawn(
      Sandbox sandbox, String document, double shrink, int width, int height) {
    try (ImageBytes svg = Sandboxes.bytes(document);
        VipsScope scope = TestVips.open().openScope()) {
      VipsImage picture = sandbox.draw(scope, svg, shrink, () -> {});
      assertThat(picture.width()).isEqualTo(width);
      assertThat(picture.height()).isEqualTo(height);
      return picture.toPixels();
    }
  }

  private static Fault refused(Sandbox sandbox, String document) {
    try (ImageBytes svg = Sandboxes.bytes(document);
        VipsScope scope = TestVips.open().openScope()) {
      return catchThrowableOfType(FaultException.class, () -> sandbox.draw(scope, svg, 1, () -> {}))
          .fault();
    }
  }

  private static boolean lives(long process) {
    return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
  }

  private static String status(Path thread) {
    try {
      return Files.readString(thread.resolve("status"));
    } catch (IOException ended) {
      return "";
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
