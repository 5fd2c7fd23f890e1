package io.tintype.it;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds of every answer, whatever was asked: the promises about headers and sentences. */
final class Decency {
  private static final Set<String> HEADERS =
      Set.of(
          "accept-ch",
          "accept-ranges",
          "access-control-allow-headers",
          "access-control-allow-methods",
          "access-control-allow-origin",
          "access-control-expose-headers",
          "access-control-max-age",
          "allow",
          "cache-control",
          "connection",
          "content-disposition",
          "content-dpr",
          "content-length",
          "content-range",
          "content-security-policy",
          "content-type",
          "etag",
          "ik-error",
          "last-modified",
          "retry-after",
          "server",
          "server-timing",
          "timing-allow-origin",
          "transfer-encoding",
          "vary",
          "www-authenticate",
          "x-cld-error",
          "x-content-type-options",
          "x-request-id",
          "x-tintype-cache",
          "x-tintype-default",
          "x-tintype-ignored");

  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f-\\xff]");

  /** One line that ends like a sentence. */
  private static final Pattern SENTENCE = Pattern.compile("[^\\r\\n]{3,3000}\\.\\n");

  /** Names of ours and of libraries', in the shapes that exceptions and native messages have. */
  private static final Pattern INNARDS =
      Pattern.compile("(?i)exception|java\\.|io\\.(tintype|netty|vertx)|\\bat [a-z.]+\\(|vips_");

  private final Path folder;

  /**
   * Creates the rules.
   *
   * @param folder whose name nobody may learn
   */
  Decency(Path folder) {
    this.folder = folder;
  }

  /** What is wrong with an answer; empty = nothing. */
  Optional<String> offence(RawAnswer answer) {
    List<String> strange = answer.names().stream().filter(name -> !HEADERS.contains(name)).toList();
    if (!strange.isEmpty()) {
      return Optional.of("headers " + strange);
    }
    for (String line : answer.lines()) {
      if (CONTROLS.matcher(line).find()) {
        return Optional.of("header line " + line);
      }
    }
    if (answer.status() == 501) {
      // The server's own answer to versions of HTTP it does not know, before anything of ours.
      return answer.body().isEmpty() ? Optional.empty() : Optional.of("a body");
    }
    return answer.status() < 400 || answer.status() == 416 ? Optional.empty() : refusal(answer);
  }

  private Optional<String> refusal(RawAnswer answer) {
    String said = String.join("\n", answer.lines()) + answer.text();
    if (!answer.header("Cache-Control").equals("no-store")) {
      return Optional.of("could be stored: " + answer.lines());
    }
    if (answer.header("Content-Type").equals("application/json")) {
      return INNARDS.matcher(said).find()
          ? Optional.of("tells too much: " + said)
          : Optional.empty();
    }
    if (!SENTENCE.matcher(answer.text()).matches()) {
      return Optional.of("no sentence: " + answer.text());
    }
    return said.contains(folder.toString()) || INNARDS.matcher(said).find()
        ? Optional.of("tells too much: " + said)
        : Optional.empty();
  }
}
