package io.tintype.access;

import io.tintype.model.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks authentication tokens (Cloudinary, "Token-based authentication"): an HMAC over expiry and
 * either a list of paths, which the token carries, or the one path it is for, which it does not.
 */
final class TokenCheck {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<signed>(?:ip=(?<ip>[^~]*)~)?(?:st=(?<start>[0-9]{1,10})~)?exp=(?<end>[0-9]{1,10})"
              + "(?:~acl=(?<acl>[^~]*))?)~hmac=(?<hmac>[0-9a-f]{64})");

  /** Escaped in paths, as the SDKs do it. */
  private static final String ESCAPED = " \"#%&'/:;<=>?@[\\]^`{|}~";

  private final List<TokenKey> keys;
  private final String endpointPath;

  /**
   * Creates a check.
   *
   * @param keys those in use; none = no token opens anything
   * @param endpointPath prefix of the endpoint with a leading and no trailing slash; "" = root
   */
  TokenCheck(List<TokenKey> keys, String endpointPath) {
    this.keys = List.copyOf(keys);
    this.endpointPath = endpointPath;
  }

  SignatureVerdict check(CarriedToken carried, SignedTarget target, Instant now) {
    if (carried.isAbsent()) {
      return new SignatureVerdict.Absent();
    }
    if (keys.isEmpty()) {
      return new SignatureVerdict.Unchecked();
    }
    Matcher token = TOKEN.matcher(carried.text());
    if (!token.matches()) {
      return new SignatureVerdict.Malformed();
    }
    Expiry end = new Expiry(token.group("end"));
    if (end.isPast(now)) {
      return new SignatureVerdict.Expired(end);
    }
    boolean opens =
        hasBegun(token.group("start"), now) && isFor(token.group("ip"), carried.address());
    return message(token, paths(target))
        .filter(_ -> opens)
        .<SignatureVerdict>map(message -> new SignatureVerdict.Good(end, message))
        .orElseGet(() -> new SignatureVerdict.Wrong(end));
  }

  /** What was signed, if one of the keys made it and it is for one of the paths. */
  private Optional<String> message(Matcher token, Set<String> paths) {
    String signed = token.group("signed");
    byte[] digest = HexFormat.of().parseHex(token.group("hmac"));
    String acl = token.group("acl");
    if (acl != null) {
      return allows(acl, paths) && isSigned(signed, digest)
          ? Optional.of(signed)
          : Optional.empty();
    }
    return paths.stream()
        .map(path -> signed + "~url=" + escaped(path))
        .filter(message -> isSigned(message, digest))
        .findFirst();
  }

  private boolean isSigned(String message, byte[] digest) {
    return keys.stream().anyMatch(key -> key.signed(message, digest));
  }

  /** The path as it is and below the endpoint, since the old host knew no endpoints. */
  private Set<String> paths(SignedTarget target) {
    Set<String> paths = new LinkedHashSet<>(List.of(target.path()));
    new SignedTarget(target.path(), "")
        .below(endpointPath).stream().map(path -> "/" + path).forEach(paths::add);
    return paths;
  }

  private static boolean hasBegun(@Nullable String start, Instant now) {
    return start == null || Long.parseLong(start) <= now.getEpochSecond();
  }

  private static boolean isFor(@Nullable String ip, String address) {
    return ip == null || ip.equals(address);
  }

  private static boolean allows(String acl, Set<String> paths) {
    String patterns = PercentEncoding.decode(acl).orElse(acl);
    for (String pattern : patterns.split("!", -1)) {
      if (paths.stream().anyMatch(path -> Wildcards.match(pattern, path))) {
        return true;
      }
    }
    return false;
  }

  /** Escapes a path with lower-case digits, as the SDKs do it. */
  static String escaped(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (ESCAPED.indexOf(b) >= 0) {
        escaped.append('%').append(HexFormat.of().toHexDigits(b));
      } else {
        escaped.append((char) (b & 0xff));
      }
    }
    return escaped.toString();
  }
}
