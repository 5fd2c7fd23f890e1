package io.tintype.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.plan.Dimensions;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.PlannedStep.Blur;
import io.tintype.plan.PlannedStep.Flip;
import io.tintype.plan.PlannedStep.Grayscale;
import io.tintype.plan.PlannedStep.Scale;
import io.tintype.plan.PlannedStep.Sharpen;
import io.tintype.plan.PlannedStep.StretchContrast;
import io.tintype.plan.Region;
import io.tintype.testing.Corpus;
import io.tintype.testing.Ssim;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsScope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares effects with those of sharp, an independent user of libvips. */
class SharpEffectsTest {
  private static final double ALIKE = 0.99;

  @TempDir private Path folder;

  /** Effects, and the calls of sharp that should look alike, as JSON. */
  private static final List<Peer> PEERS =
      List.of(
          new Peer(new Blur(2), "[[\"blur\", {\"sigma\": 2, \"minAmplitude\": 0.2}]]"),
          new Peer(new Blur(12), "[[\"blur\", {\"sigma\": 12, \"minAmplitude\": 0.2}]]"),
          new Peer(new Grayscale(), "[[\"greyscale\"]]"),
          new Peer(new StretchContrast(), "[[\"normalise\"]]"),
          new Peer(new Sharpen(OptionalDouble.empty()), "[[\"sharpen\"]]"),
          new Peer(new Sharpen(OptionalDouble.of(1)), "[[\"sharpen\", {\"sigma\": 1}]]"),
          new Peer(new Flip(true, false), "[[\"flop\"]]"),
          new Peer(new Flip(false, true), "[[\"flip\"]]"));

  @Test
  void looksLikeSharp() throws Exception {
    Path peer = installed();
    List<String> lines = new ArrayList<>();
    SoftAssertions all = new SoftAssertions();
    List<String> sources = List.of("card.jpg", "grey.jpg", "alpha.png", "photo.webp");
    for (String source : sources) {
      for (int i = 0; i < PEERS.size(); i++) {
        lines.add(line(source, PEERS.get(i).calls(), source + i));
      }
    }
    run(peer, lines);
    for (String source : sources) {
      for (int i = 0; i < PEERS.size(); i++) {
        Decoded ours = Rendering.of(source).step(PEERS.get(i).step()).decoded();
        all.assertThat(Ssim.of(ours, theirs(source + i)))
            .as(source + " " + PEERS.get(i))
            .isGreaterThanOrEqualTo(ALIKE);
      }
    }
    all.assertAll();
  }

  @Test
  void trimsAndLooksLikeSharp() throws Exception {
    Path peer = installed();
    byte[] framed =
        Picture.of(
                90,
                70,
                4,
                (x, y, band) ->
                    x < 13 || y < 9 || x > 70 || y > 60
                        ? band == 3 ? 0 : 30
                        : (x * y + 80 * band) % 256)
            .png();
    Files.write(folder.resolve("framed.png"), framed);
    run(
        peer,
        List.of(
            line("framed.png", "[[\"trim\", {\"threshold\": 20}]]", "trimmed"),
            line(
                "photo.webp",
                "[[\"resize\", {\"width\": 150, \"height\": 300, \"position\": \"attention\"}]]",
                "window")));

    Decoded whole = Decoded.of(framed, "pngload_buffer");
    Region kept = inScope(whole, null);
    Decoded trimmed = Rendering.of(framed).step(cut(kept)).decoded();
    assertThat(trimmed.pixels()).isEqualTo(theirs("trimmed").pixels());

    Decoded photo = Rendering.of("photo.webp").decoded();
    int width = Math.round(photo.width() * 300f / photo.height());
    Decoded scaled = Rendering.of("photo.webp").step(new Scale(width, 300)).decoded();
    Region window = inScope(scaled, new Dimensions(150, 300));
    Decoded cut =
        Rendering.of("photo.webp").step(new Scale(width, 300)).step(cut(window)).decoded();
    assertThat(Ssim.of(cut, theirs("window"))).isGreaterThanOrEqualTo(0.95);
  }

  private static Region inScope(Decoded picture, @Nullable Dimensions size) {
    try (VipsScope scope = TestVips.open().openScope()) {
      var image =
          scope.picture(
              picture.width(), picture.height(), picture.bands(), picture.pixels().array());
      return size == null ? EdgeFinder.region(image, 20) : AttentionFinder.region(image, size);
    }
  }

  private static PlannedStep cut(Region region) {
    return new PlannedStep.Cut(region.left(), region.top(), region.width(), region.height());
  }

  private Path installed() {
    Path peer = Path.of(System.getProperty("tintype.peer", "target/peer"));
    assumeTrue(Files.isDirectory(peer.resolve("node_modules/sharp")), "sharp is not installed");
    return peer;
  }

  private String line(String source, String calls, String target) throws IOException {
    Path file = folder.resolve(source);
    if (!Files.exists(file)) {
      Files.write(file, Corpus.read(source));
    }
    return "{\"source\":\"%s\",\"calls\":%s,\"target\":\"%s.png\"}\n"
        .formatted(file, calls, folder.resolve(target));
  }

  private Decoded theirs(String target) throws IOException {
    return Decoded.of(Files.readAllBytes(folder.resolve(target + ".png")), "pngload_buffer");
  }

  private void run(Path peer, List<String> lines) throws Exception {
    Path script =
        Files.write(
            folder.resolve("effects.mjs"),
            SharpEffectsTest.class.getResourceAsStream("/peer/effects.mjs").readAllBytes());
    Process node =
        new ProcessBuilder("node", script.toString(), peer.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("node.log").toFile())
            .start();
    try (OutputStream in = node.getOutputStream()) {
      for (String line : lines) {
        in.write(line.getBytes(UTF_8));
      }
    }
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).as(Files.readString(folder.resolve("node.log"))).isZero();
  }

  private record Peer(PlannedStep step, String calls) {}
}
