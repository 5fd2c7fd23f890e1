package io.tintype.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import io.tintype.plan.EncodingPace;
import io.tintype.plan.LoadShrink;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.sniff.Sniffer;
import io.tintype.testing.Corpus;
import io.tintype.testing.Ssim;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares our results with those of sharp, an independent user of libvips. */
class SharpPeerTest {
  private static final double ALIKE = 0.98;
  private static final OutputRules RULES = new OutputRules(80, List.of(), 4_000_000, false);

  /** sharp shrinks less while it loads what becomes two to three times smaller. */
  private static final LoadShrink LIKE_SHARP = new LoadShrink(1.5);

  @TempDir private Path folder;

  @Test
  void resizesLikeSharp() throws Exception {
    Path peer = Path.of(System.getProperty("tintype.peer", "target/peer"));
    assumeTrue(Files.isDirectory(peer.resolve("node_modules/sharp")), "sharp is not installed");
    List<Case> cases = cases();
    runSharp(peer, cases);

    SoftAssertions all = new SoftAssertions();
    for (Case one : cases) {
      Decoded theirs =
          Decoded.of(Files.readAllBytes(folder.resolve(one.target())), "pngload_buffer");
      Decoded ours = ours(one);
      all.assertThat(List.of(ours.width(), ours.height(), ours.bands()))
          .as(one.toString())
          .containsExactly(theirs.width(), theirs.height(), theirs.bands());
      if (ours.width() == theirs.width() && ours.height() == theirs.height()) {
        all.assertThat(Ssim.of(ours, theirs)).as(one.toString()).isGreaterThanOrEqualTo(ALIKE);
      }
    }
    all.assertAll();
  }

  private static Decoded ours(Case one) {
    byte[] source = Corpus.read(one.source());
    try (ImageBytes bytes = NettyBuffers.copyOf(source)) {
      RenderJob job =
          new RenderJob(
              new RenderSource(bytes, Sniffer.formatOf(source).orElseThrow(), OptionalInt.empty()),
              new EmptyLarder(),
              (header, probe) ->
                  new Planner(EnumSet.allOf(ImageFormat.class), EncodingPace.INSTANT, LIKE_SHARP)
                      .plan(
                          header,
                          one.transformation(),
                          Accepts.NEITHER,
                          RULES,
                          Limits.DEFAULT,
                          probe),
              () -> {},
              new Brake());
      try (ImageBytes result = new Renderer(TestVips.open()).render(job).bytes()) {
        return Decoded.of(result, "pngload_buffer");
      }
    }
  }

  private void runSharp(Path peer, List<Case> cases) throws Exception {
    Path script =
        written(
            "resize.mjs",
            SharpPeerTest.class.getResourceAsStream("/peer/resize.mjs").readAllBytes());
    Process node =
        new ProcessBuilder("node", script.toString(), peer.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("node.log").toFile())
            .start();
    try (OutputStream in = node.getOutputStream()) {
      for (Case one : cases) {
        Path source = written(one.source(), Corpus.read(one.source()));
        in.write(
            "{\"source\":\"%s\",\"resize\":%s,\"target\":\"%s\"}\n"
                .formatted(source, one.resize(), folder.resolve(one.target()))
                .getBytes(UTF_8));
      }
    }
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).as(Files.readString(folder.resolve("node.log"))).isZero();
  }

  private Path written(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static List<Case> cases() throws IOException {
    String table =
        new String(
            SharpPeerTest.class.getResourceAsStream("/cases/sharp.txt").readAllBytes(), UTF_8);
    try (Stream<String> lines = table.lines()) {
      return lines.filter(line -> !line.startsWith("#") && !line.isBlank()).map(Case::of).toList();
    }
  }

  /** One line of the table. */
  private record Case(String source, String wish, String resize) {
    static Case of(String line) {
      String[] cells = line.split("\\|", -1);
      return new Case(cells[0].strip(), cells[1].strip(), cells[2].strip());
    }

    String target() {
      return (source + "-" + wish + ".png").replace(' ', '-');
    }

    Transformation transformation() {
      String[] words = wish.split(" ", -1);
      Fit fit =
          words[0].equals("inside")
              ? Fit.INSIDE_ENLARGE
              : Fit.valueOf(words[0].toUpperCase(Locale.ROOT));
      Box box = Box.of(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      return new Transformation(
          List.of(new Step.Resize(fit, box, Gravity.CENTER)),
          new Output(new FormatChoice.Exactly(ImageFormat.PNG), OptionalInt.empty()));
    }
  }
}
