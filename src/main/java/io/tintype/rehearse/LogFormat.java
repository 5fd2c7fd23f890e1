package io.tintype.rehearse;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of logs; of two that fit a log equally well, the first. */
public enum LogFormat {
  COMBINED,
  CLOUDFRONT,
  URLS,
  HAR;

  /** The word that names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with this word. */
  public static Optional<LogFormat> ofWord(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /**
   * Finds the format out.
   *
   * @param beginning some lines from the beginning of the log
   */
  static LogFormat of(List<String> beginning) {
    Optional<String> first = beginning.stream().filter(line -> !line.isBlank()).findFirst();
    if (first.filter(line -> line.strip().startsWith("{")).isPresent()) {
      return HAR;
    }
    if (beginning.stream().anyMatch(line -> line.startsWith("#Fields:"))) {
      return CLOUDFRONT;
    }
    return Stream.of(COMBINED, CLOUDFRONT, URLS)
        .max(Comparator.comparingLong(format -> format.fits(beginning)))
        .orElseThrow();
  }

  /** How lines of it are read; a document of HAR has none. */
  Optional<LineGrammar> lines() {
    return switch (this) {
      case COMBINED -> Optional.of(new CombinedLog());
      case CLOUDFRONT -> Optional.of(new CloudFrontLog());
      case URLS -> Optional.of(new UrlList());
      case HAR -> Optional.empty();
    };
  }

  private long fits(List<String> beginning) {
    LineGrammar grammar = lines().orElseThrow();
    return beginning.stream().map(grammar::read).filter(LogEntry.Request.class::isInstance).count();
  }
}
