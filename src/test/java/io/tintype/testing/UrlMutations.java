package io.tintype.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Endless URLs that are nearly well-formed; the same for the same seed. */
public final class UrlMutations {
  private static final int MOST_CHANGES = 4;

  private static final List<String> PIECES =
      List.of(
          "%",
          "%00",
          "%2e%2e%2f",
          "../",
          "//",
          ":",
          ",",
          "-",
          "_",
          "/tr:",
          "l-end",
          "if-end",
          "l-image,",
          "9999999999",
          "-1",
          "1e9",
          "NaN",
          "iw_div_0",
          "%0d%0a",
          "?",
          "&tr=",
          "#",
          "=",
          "\u00ff",
          "~",
          "$x_1/",
          "fl_layer_apply/",
          "w_0",
          "{",
          "}",
          "\"",
          "\\",
          "@@",
          "%25",
          "!",
          "|",
          "s--x--/",
          "t_",
          "n-");

  private final List<String> seeds;
  private final Random random;

  private UrlMutations(List<String> seeds, long seed) {
    this.seeds = List.copyOf(seeds);
    this.random = new Random(seed);
  }

  /**
   * Made from the URLs of the case tables.
   *
   * @param imageKit path of the endpoint for those in ImageKit's language
   * @param cloudinary path of the endpoint for those in Cloudinary's
   */
  public static UrlMutations ofTables(String imageKit, String cloudinary, long seed)
      throws IOException {
    List<String> urls = new ArrayList<>();
    for (Path table : CaseTable.named("imagekit.*[.]txt")) {
      for (String line : CaseTable.lines(table)) {
        urls.add(imageKit + "/" + CaseTable.input(line).replace(' ', '+'));
      }
    }
    for (String url : CaseTable.lines("cloudinary-urls.txt")) {
      urls.add(cloudinary + URI.create(url.replaceAll("[^!-~]", "")).getRawPath());
    }
    return new UrlMutations(urls, seed);
  }

  /** The next one: a request target, in which there are no spaces. */
  public String next() {
    StringBuilder url = new StringBuilder(any(seeds));
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      change(url);
    }
    return "/" + url.substring(Math.min(1, url.length())).replaceAll("[\\x00-\\x20\\x7f]", "");
  }

  private void change(StringBuilder url) {
    int at = random.nextInt(url.length() + 1);
    int end = Math.min(url.length(), at + random.nextInt(12));
    switch (random.nextInt(6)) {
      case 0 -> url.insert(at, any(PIECES));
      case 1 -> url.replace(at, end, any(PIECES));
      case 2 -> url.delete(at, end);
      case 3 -> url.insert(at, url.substring(at, end).repeat(1 + random.nextInt(20)));
      case 4 -> {
        String other = any(seeds);
        url.insert(at, other.substring(random.nextInt(other.length())));
      }
      default -> {
        if (at < url.length()) {
          url.setCharAt(at, (char) ('!' + random.nextInt(0xff - '!')));
        }
      }
    }
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
