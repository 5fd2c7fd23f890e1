package io.tintype.dialect.imagekit;

import io.tintype.dialect.RawText;
import io.tintype.dialect.RemoteUrl;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import java.util.Optional;
import java.util.Set;

/** Reads what is left of a path when the transformation is taken out. */
final class SourceReader {
  private static final String SEO = "ik-seo/";
  private static final String GENERATED = "ik-genimg-";
  private static final String MANIFEST = "ik-master.";
  private static final String THUMBNAIL = "/ik-thumbnail.jpg";
  private static final Set<String> VIRTUAL = Set.of("ik-video.mp4", "ik-gif-video.mp4");

  private SourceReader() {}

  /** Whether a still picture of the source is asked for, as one of a document or an animation. */
  static boolean isStill(String rawPath) {
    return rawPath.endsWith(THUMBNAIL);
  }

  /**
   * Reads the path of a source.
   *
   * @param rawPath raw, without leading slashes
   * @param forwarded raw query for web origins; empty = none
   */
  static SourceRef read(String rawPath, String forwarded) {
    String whole =
        isStill(rawPath) ? rawPath.substring(0, rawPath.length() - THUMBNAIL.length()) : rawPath;
    refuseVirtual(whole);
    String path = whole.startsWith(SEO) ? withoutSeoName(whole) : whole;
    if (RemoteUrl.isOne(path)) {
      return RemoteUrl.read(path, forwarded);
    }
    String decoded = RawText.decode(path);
    if (decoded.isEmpty()) {
      throw RawText.malformed("The URL names no source below its endpoint.");
    }
    RawText.refuseDots(decoded);
    return new SourceRef.Named(PercentEncoding.repairPath(path), forwarded);
  }

  /** Reads the path in {@code di} or {@code i}: percent-decoded, {@code @@} for a slash. */
  static ValueReader<SourceRef> stored() {
    return Values.of("a path with @@ for slashes", text -> stored(text.replace("@@", "/")));
  }

  /** Reads the path in {@code ie}: Base64 of a path with slashes, or of a URL for web proxies. */
  static ValueReader<SourceRef> encoded() {
    return Values.of(
        "a path in Base64",
        text ->
            Base64Text.decode(text, Integer.MAX_VALUE)
                .filter(path -> path.indexOf('\n') < 0)
                .flatMap(path -> RemoteUrl.isOne(path) ? remote(path) : stored(path)));
  }

  private static Optional<SourceRef> remote(String url) {
    try {
      return Optional.of(RemoteUrl.read(url, ""));
    } catch (FaultException noUrl) {
      return Optional.empty();
    }
  }

  private static Optional<SourceRef> stored(String decodedPath) {
    String path = withoutOuterSlashes(decodedPath);
    if (path.isEmpty() || RawText.hasDots(path)) {
      return Optional.empty();
    }
    return Optional.of(new SourceRef.Named(PercentEncoding.encodePath(path), ""));
  }

  private static String withoutOuterSlashes(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  /**
   * What stands for a picture that is yet to be made. To serve the video or document itself in its
   * place would put something into an image element that cannot be shown there.
   */
  private static void refuseVirtual(String rawPath) {
    String last = rawPath.substring(rawPath.lastIndexOf('/') + 1);
    String first = rawPath.split("/", 2)[0];
    if (VIRTUAL.contains(last) || last.startsWith(MANIFEST)) {
      throw new FaultException(
          new Fault.UnknownParameter(RawText.decode(last), ValueReader.NOT_YET));
    }
    if (first.startsWith(GENERATED)) {
      throw new FaultException(new Fault.UnknownParameter("ik-genimg", ValueReader.NOT_YET));
    }
  }

  /** {@code ik-seo/<path>/<any name>.<ext>} means {@code <path>.<ext>}. */
  private static String withoutSeoName(String rawPath) {
    String path = UrlPath.withoutLeadingSlashes(rawPath.substring(SEO.length()));
    int slash = path.lastIndexOf('/');
    if (slash <= 0) {
      throw RawText.malformed("The URL names no source between ik-seo and its last segment.");
    }
    String name = path.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    return path.substring(0, slash) + (dot < 0 ? "" : name.substring(dot));
  }
}
