package io.tintype.dialect.cloudinary;

import io.tintype.dialect.RawText;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.DeliveryType;
import io.tintype.model.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Cloudinary URL, taken apart; the rules are those of {@code docs/cloudinary.md}.
 *
 * @param cloud name of the cloud; empty = not in the path
 * @param signature 8 or 32 characters; empty = not signed
 * @param components of the transformation, in order
 * @param version digits in front of the public id, or inside a component
 * @param name what is named; of a remote URL that URL, not decoded
 */
record AssetUrl(
    Optional<String> cloud,
    Kind kind,
    Optional<String> signature,
    List<Component> components,
    OptionalLong version,
    AssetName name) {
  /** How deep the words of a kind are looked for where a proxy has put something in front. */
  private static final int DEEPEST_KIND = 4;

  /** More than any limit of steps; to read more would only cost time. */
  private static final int MOST_COMPONENTS = 200;

  private static final Pattern VERSION = Pattern.compile("v[0-9]{1,18}");

  /** In what stands between {@code text:} and the next colon. */
  private static final Pattern BLANK_IN_STYLE =
      Pattern.compile("(?:(?<=[lu]_text:)|\\G(?!^))([^:,/%]*+)%20");

  private static final Pattern UNKNOWN = Pattern.compile("[a-z]{1,3}_.");
  private static final Pattern REMOTE =
      Pattern.compile("(?i)(?:https?|ftp|s3|gs)(?::|%3a)(?:/|%2f)");

  AssetUrl {
    components = List.copyOf(components);
  }

  /**
   * Reads the path below an endpoint.
   *
   * @param rawPath without leading slash
   * @throws FaultException if it names nothing
   */
  static AssetUrl read(String rawPath, CloudinarySettings settings) {
    return new Reader(rawPath, settings).read();
  }

  /**
   * What a signature may stand for: components and name as the URL has them, and, as the vendor's
   * page describes it, with the version in between. SDKs sign blanks in the names of fonts as they
   * are, and those in texts as the URL has them.
   */
  List<String> signedTexts() {
    String chain = components.stream().map(part -> part.raw() + "/").collect(Collectors.joining());
    String blank = BLANK_IN_STYLE.matcher(chain).replaceAll("$1 ");
    String number = version.isPresent() ? "v" + version.getAsLong() + "/" : "";
    return Stream.of(chain, blank)
        .flatMap(start -> Stream.of(start, start + number))
        .map(start -> start + name.signed())
        .distinct()
        .toList();
  }

  /** Walks along the segments of one path. */
  private static final class Reader {
    private final String rawPath;
    private final CloudinarySettings settings;
    private final List<UrlSegment> segments;
    private final List<Component> components = new ArrayList<>();
    private Optional<String> cloud = Optional.empty();
    private OptionalLong version = OptionalLong.empty();
    private int at;

    Reader(String rawPath, CloudinarySettings settings) {
      this.rawPath = rawPath;
      this.settings = settings;
      this.segments = UrlSegment.of(rawPath);
    }

    AssetUrl read() {
      Kind kind = kind();
      at += kind.words();
      Optional<String> signature =
          at < segments.size() ? UrlSignature.of(segments.get(at)) : Optional.empty();
      if (signature.isPresent()) {
        at++;
      }
      boolean fetch = kind.delivery() == DeliveryType.FETCH;
      walk(fetch);
      for (Component component : components) {
        if (version.isEmpty()) {
          version = component.version();
        }
      }
      return new AssetUrl(
          cloud, kind, signature, components, version, fetch ? remote() : name(kind));
    }

    private Kind kind() {
      switch (settings.clouds()) {
        case Clouds.None() -> {
          return Kind.at(segments, 0).or(this::behindPrefix).orElse(Kind.OF_ROOT);
        }
        case Clouds.Any() -> {
          if (segments.isEmpty() || Kind.at(segments, 0).isPresent()) {
            throw unknown();
          }
        }
        case Clouds.One(var name) -> {
          if (segments.isEmpty() || !segments.getFirst().text().equals(name)) {
            throw unknown();
          }
        }
      }
      cloud = Optional.of(segments.getFirst().text());
      at = 1;
      return Kind.at(segments, 1).or(this::bareUpload).orElse(Kind.OF_ROOT);
    }

    /** Behind what a proxy has put in front; a transformation or a version says there is none. */
    private Optional<Kind> behindPrefix() {
      for (int i = 0; i <= DEEPEST_KIND && i + 1 < segments.size(); i++) {
        Optional<Kind> kind = Kind.at(segments, i);
        if (kind.isPresent()) {
          at = i;
          return kind;
        }
        boolean named = isVersion(i) ? i == 0 : Component.of(0, segments.get(i).text()).isPresent();
        if (named) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    /** {@code upload} without {@code image}. */
    private Optional<Kind> bareUpload() {
      boolean bare = at + 1 < segments.size() && segments.get(at).text().equals("upload");
      return bare
          ? Optional.of(new Kind(Kind.OF_ROOT.asset(), Kind.OF_ROOT.delivery(), false, 1))
          : Optional.empty();
    }

    private void walk(boolean fetch) {
      while (at + 1 < segments.size() || (fetch && at < segments.size())) {
        UrlSegment segment = segments.get(at);
        if (fetch && isRemote(segment)) {
          return;
        }
        if (isVersion(at)) {
          version = OptionalLong.of(Long.parseLong(segment.text().substring(1)));
          at++;
          return;
        }
        if (isFolder(segment)) {
          return;
        }
        Optional<Component> component = Component.of(segment.start(), segment.text());
        if (component.isEmpty()) {
          refuseUnknown(segment);
          return;
        }
        components.add(component.get());
        if (components.size() > MOST_COMPONENTS) {
          throw RawText.malformed(
              "The URL is malformed: it has more than " + MOST_COMPONENTS + " components.");
        }
        at++;
      }
    }

    /** Cloudinary takes any three letters and an underscore in front of a name for a parameter. */
    private void refuseUnknown(UrlSegment segment) {
      if (settings.strict() && UNKNOWN.matcher(segment.text()).lookingAt()) {
        throw new FaultException(
            new Fault.UnknownParameter(RawText.decode(segment.text()), "is not known"));
      }
    }

    private boolean isFolder(UrlSegment segment) {
      String name = PercentEncoding.decode(segment.text()).orElse(segment.text());
      return components.isEmpty() && settings.folders().contains(name);
    }

    private boolean isVersion(int index) {
      return VERSION.matcher(segments.get(index).text()).matches();
    }

    private boolean isRemote(UrlSegment segment) {
      return REMOTE.matcher(rawPath).region(segment.start(), rawPath.length()).lookingAt();
    }

    private AssetName name(Kind kind) {
      List<String> rest =
          segments.subList(at, segments.size()).stream().map(UrlSegment::text).toList();
      AssetName name = AssetName.of(rest, kind.asset(), kind.seo());
      boolean folder = !components.isEmpty() && rawPath.endsWith("/");
      if (name.isEmpty() || folder) {
        throw unknown();
      }
      return name;
    }

    private AssetName remote() {
      if (at >= segments.size() || !isRemote(segments.get(at))) {
        throw RawText.malformed("The URL is malformed: an absolute URL has to follow 'fetch'.");
      }
      String url = rawPath.substring(segments.get(at).start());
      return new AssetName(url, "", "", url);
    }

    private static FaultException unknown() {
      return new FaultException(new Fault.SourceNotFound());
    }
  }

  /** The extension in lower case; empty = none. */
  String extension() {
    return name.extension().toLowerCase(Locale.ROOT);
  }
}
