package io.tintype.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tintype.render.EncodingStudy.Cost;
import io.tintype.vips.VipsImage;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Sharp in a process of its own, which measures its own CPU. */
final class SharpEncoder implements AutoCloseable {
  private final Path folder;
  private final Process node;
  private final BufferedReader answers;

  private SharpEncoder(Path folder, Process node) {
    this.folder = folder;
    this.node = node;
    this.answers = node.inputReader(UTF_8);
  }

  /**
   * Starts it; empty if it is not installed.
   *
   * @param folder for its files
   */
  static Optional<SharpEncoder> open(Path folder) throws IOException {
    Path peer = Path.of(System.getProperty("tintype.peer", "target/peer"));
    if (!Files.isDirectory(peer.resolve("node_modules/sharp"))) {
      System.out.println("sharp is not installed, so its columns are missing");
      return Optional.empty();
    }
    Path script = folder.resolve("encode.mjs");
    Files.write(
        script, SharpEncoder.class.getResourceAsStream("/peer/encode.mjs").readAllBytes());
    try {
      return Optional.of(
          new SharpEncoder(
              folder,
              new ProcessBuilder("node", script.toString(), peer.toAbsolutePath().toString())
                  .redirectError(ProcessBuilder.Redirect.INHERIT)
                  .start()));
    } catch (IOException absent) {
      System.out.println("node is not installed, so the columns of sharp are missing");
      return Optional.empty();
    }
  }

  /** Encodes the pixels of a picture. */
  Cost still(VipsImage image, String format, JsonObject options) {
    JsonObject raw =
        new JsonObject()
            .put("width", image.width())
            .put("height", image.height())
            .put("channels", image.bands());
    return encoded(image.toPixels(), new JsonObject().put("raw", raw), format, options);
  }

  /** Decodes and encodes an animation. */
  Cost animation(byte[] file, String format, JsonObject options) {
    return encoded(file, new JsonObject(), format, options);
  }

  private Cost encoded(byte[] input, JsonObject order, String format, JsonObject options) {
    try {
      Path target = folder.resolve("result");
      order
          .put("source", Files.write(folder.resolve("source"), input).toString())
          .put("format", format)
          .put("options", options)
          .put("target", target.toString());
      node.getOutputStream().write((order.encode() + "\n").getBytes(UTF_8));
      node.getOutputStream().flush();
      String millis = answers.readLine();
      if (millis == null) {
        throw new IllegalStateException("sharp has gone");
      }
      return new Cost(Double.parseDouble(millis), Files.readAllBytes(target));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    node.getOutputStream().close();
  }
}
