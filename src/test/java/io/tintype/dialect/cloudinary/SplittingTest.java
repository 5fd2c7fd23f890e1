package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.fault.FaultException;
import io.tintype.testing.RealUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Real URLs fall into components, version and public id as a second reading of the rule says, which
 * is written down here as patterns and shares no code with the dialect.
 */
class SplittingTest {
  private static final String KEYS =
      "(?:a|ac|af|ar|b|bl|bo|br|c|co|cs|d|dl|dn|dpr|dr|du|e|eo|f|fl|fn|fps|g|h|if|ki|l|o|p|pg|q|r"
          + "|so|sp|t|u|vc|vs|w|x|y|z)";
  private static final Pattern PARAMETER =
      Pattern.compile(KEYS + "_.+|(?:\\$|%24)[A-Za-z][A-Za-z0-9]*(?:_.*)?|v[0-9]+");
  private static final Pattern SEPARATOR =
      Pattern.compile(",|%2[Cc](?=" + KEYS + "_|\\$[A-Za-z]|%24[A-Za-z])");
  private static final Pattern KIND =
      Pattern.compile(
          "/(?:(image|video|raw)/(upload|private|authenticated|fetch|list|multi|sprite|text|facebook"
              + "|twitter|twitter_name|gravatar|youtube|vimeo|hulu|animoto|dailymotion|worldstarhiphop"
              + "|google_plus|instagram|instagram_name|asset|url2png)"
              + "|(images|private_images|authenticated_images|videos|files)|(iu))(?=/)");
  private static final Pattern SIGNATURE =
      Pattern.compile("s--(?:[A-Za-z0-9_-]{8}|[A-Za-z0-9_-]{32})--");
  private static final Pattern VERSION = Pattern.compile("v[0-9]+");
  private static final Pattern REMOTE =
      Pattern.compile("(?i)(?:https?|ftp|s3|gs)(?::|%3A|%253A)(?:/|%2F|%252F).*");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(.*[^/])\\.(?:jpg|jpeg|jpe|png|gif|webp|avif|jxl|heic|heif|bmp|tif|tiff|ico|svg|pdf|psd|ai"
              + "|eps|jp2|jpc|jxr|wdp|hdp|tga|mp4|webm|mov|ogv|mkv|avi|flv|m3u8|mpd|ts|mp3|wav|ogg"
              + "|aac|m4a|flac|json|css|txt|flif)",
          Pattern.CASE_INSENSITIVE);
  private static final double LEAST_EQUAL = 0.995;

  @Test
  void agreesWithTheRule() {
    List<String> different = new ArrayList<>();
    List<RealUrl> urls = RealUrl.all().stream().filter(SplittingTest::isPicture).toList();
    for (RealUrl url : urls) {
      String expected = byRule(url).map(Split::toString).orElse("nothing");
      String actual = byDialect(url).map(Split::toString).orElse("nothing");
      if (!expected.equals(actual)) {
        different.add(url.path() + "\n  rule:    " + expected + "\n  dialect: " + actual);
      }
    }

    assertThat(different)
        .as(String.join("\n", different))
        .hasSizeLessThanOrEqualTo((int) (urls.size() * (1 - LEAST_EQUAL)));
  }

  private static boolean isPicture(RealUrl url) {
    return !url.path().contains("video/") && !url.path().contains("raw/");
  }

  /** What matters of a URL that has been taken apart. */
  private record Split(List<String> components, String version, String publicId) {}

  private static Optional<Split> byDialect(RealUrl url) {
    CloudinarySettings settings =
        new CloudinarySettings(
            url.shared() ? new Clouds.Any() : new Clouds.None(),
            true,
            Map.of(),
            false,
            false,
            Set.of());
    try {
      AssetUrl read = AssetUrl.read(url.path(), settings);
      return Optional.of(
          new Split(
              read.components().stream().map(Component::raw).toList(),
              read.version().isPresent() ? Long.toString(read.version().getAsLong()) : "",
              read.name().publicId()));
    } catch (FaultException _) {
      return Optional.empty();
    }
  }

  private static Optional<Split> byRule(RealUrl url) {
    String path = "/" + url.path().replaceAll("(?<![:AaFf])/{2,}", "/");
    if (url.shared()) {
      path = path.replaceFirst("^/[^/]+", "");
    }
    Matcher kind = KIND.matcher(path);
    boolean found = kind.find() && (!url.shared() || kind.start() == 0) && isPrefix(path, kind);
    boolean fetch = found && "fetch".equals(kind.group(2));
    boolean seo = found && kind.group(3) != null;
    String rest = found ? path.substring(kind.end()) : path;
    if (url.shared() && !found && rest.startsWith("/upload/")) {
      rest = rest.substring("/upload".length());
    }
    return walked(new ArrayList<>(List.of(rest.substring(1).split("/", -1))), fetch, seo);
  }

  /** What stands before the kind is neither a component nor a version. */
  private static boolean isPrefix(String path, Matcher kind) {
    List<String> before = Arrays.stream(path.substring(0, kind.start()).split("/")).toList();
    return before.size() <= 5
        && before.stream().noneMatch(part -> isComponent(part) || VERSION.matcher(part).matches());
  }

  private static Optional<Split> walked(List<String> segments, boolean fetch, boolean seo) {
    List<String> components = new ArrayList<>();
    String version = "";
    if (SIGNATURE.matcher(segments.getFirst()).matches()) {
      segments.removeFirst();
    }
    while (segments.size() > 1) {
      String segment = segments.getFirst();
      if (fetch && REMOTE.matcher(segment).matches()) {
        break;
      }
      if (VERSION.matcher(segment).matches()) {
        version = segments.removeFirst().substring(1);
        break;
      }
      if (!segment.isEmpty() && !isComponent(segment)) {
        break;
      }
      segments.removeFirst();
      if (!segment.isEmpty()) {
        components.add(segment);
      }
    }
    if (version.isEmpty()) {
      version =
          components.stream()
              .flatMap(component -> Arrays.stream(SEPARATOR.split(component)))
              .filter(token -> VERSION.matcher(token).matches())
              .map(token -> token.substring(1))
              .findFirst()
              .orElse("");
    }
    String name = name(segments, fetch, seo);
    boolean folder = !components.isEmpty() && !fetch && segments.getLast().isEmpty();
    return name.isEmpty() || folder
        ? Optional.empty()
        : Optional.of(new Split(components, version, name));
  }

  private static String name(List<String> segments, boolean fetch, boolean seo) {
    if (fetch) {
      return String.join("/", segments);
    }
    boolean suffixed = seo && segments.size() > 1;
    String raw = String.join("/", suffixed ? segments.subList(0, segments.size() - 1) : segments);
    String decoded = decoded(raw).replaceFirst("#.*", "").replaceAll("^/|/$", "");
    Matcher extension = EXTENSION.matcher(decoded);
    return !suffixed && extension.matches() ? extension.group(1) : decoded;
  }

  private static boolean isComponent(String segment) {
    List<String> tokens =
        Arrays.stream(SEPARATOR.split(segment)).filter(token -> !token.isEmpty()).toList();
    return !tokens.isEmpty()
        && tokens.stream().allMatch(token -> PARAMETER.matcher(token).matches());
  }

  /** Once; a per cent sign that begins no escape stays, and so does a plus sign. */
  private static String decoded(String raw) {
    String kept = raw.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B");
    return URLDecoder.decode(kept, StandardCharsets.UTF_8);
  }
}
