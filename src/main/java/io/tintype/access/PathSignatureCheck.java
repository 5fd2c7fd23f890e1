package io.tintype.access;

import io.tintype.dialect.PathSignature;
import io.tintype.model.PercentEncoding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the signatures in paths, {@code s--…--}: the beginning of a digest of transformation,
 * public id and secret (Cloudinary, "Delivery URL signatures"). SDKs differ in how far they decode
 * what they sign, and the vendor's page has the version in it: all of it is taken.
 */
public final class PathSignatureCheck {
  /** How often a text is decoded until it stays the same, as one of the SDKs does. */
  private static final int MOST_DECODED = 10;

  private final List<ApiSecret> secrets;

  /**
   * Creates a check.
   *
   * @param secrets those in use; none = nothing can be checked
   */
  public PathSignatureCheck(List<ApiSecret> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  /** Looks at the signature of a URL. */
  public SignatureVerdict check(Optional<PathSignature> carried) {
    if (carried.isEmpty()) {
      return new SignatureVerdict.Absent();
    }
    if (secrets.isEmpty()) {
      return new SignatureVerdict.Unchecked();
    }
    String hash = carried.get().hash();
    for (String message : messages(carried.get())) {
      if (secrets.stream().anyMatch(secret -> secret.signed(message, hash))) {
        return new SignatureVerdict.Good(Expiry.NEVER, message);
      }
    }
    return new SignatureVerdict.Wrong(Expiry.NEVER);
  }

  /** Everything that is taken for the signed text of a URL, likeliest first. */
  public Set<String> messages(PathSignature signature) {
    Set<String> messages = new LinkedHashSet<>(signature.messages());
    for (String raw : signature.messages()) {
      String once = decoded(raw);
      messages.add(once);
      messages.add(decodedFully(once));
    }
    return messages;
  }

  private static String decodedFully(String text) {
    String before = text;
    for (int i = 0; i < MOST_DECODED; i++) {
      String after = decoded(before);
      if (after.equals(before)) {
        break;
      }
      before = after;
    }
    return before;
  }

  private static String decoded(String text) {
    return PercentEncoding.decode(text).orElse(text);
  }
}
