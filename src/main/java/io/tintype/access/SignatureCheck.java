package io.tintype.access;

import io.tintype.dialect.Signature;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks the signatures of one endpoint's URLs: HMAC-SHA1 over the raw target below the endpoint
 * and the expiry ({@code docs/security.md}).
 */
public final class SignatureCheck {
  /** Lower case only, as ImageKit's documentation demands. */
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");

  private final List<SigningKey> keys;
  private final String endpointPath;

  /**
   * Creates a check.
   *
   * @param keys those in use; several during a rotation
   * @param endpointPath prefix of the endpoint with a leading and no trailing slash; "" = root
   */
  public SignatureCheck(List<SigningKey> keys, String endpointPath) {
    this.keys = List.copyOf(keys);
    this.endpointPath = endpointPath;
  }

  /** Looks at the signature of a URL. */
  public SignatureVerdict check(SignedTarget target, Optional<Signature> carried, Instant now) {
    if (carried.isEmpty()) {
      return new SignatureVerdict.Absent();
    }
    if (keys.isEmpty()) {
      return new SignatureVerdict.Unchecked();
    }
    Signature signature = carried.get();
    Optional<Expiry> expiry =
        signature.expiry().map(Expiry::read).orElse(Optional.of(Expiry.NEVER));
    if (expiry.isEmpty() || !HASH.matcher(signature.hash()).matches()) {
      return new SignatureVerdict.Malformed();
    }
    return expiry.get().isPast(now)
        ? new SignatureVerdict.Expired(expiry.get())
        : compared(target, HexFormat.of().parseHex(signature.hash()), expiry.get());
  }

  private SignatureVerdict compared(SignedTarget target, byte[] hash, Expiry expiry) {
    List<String> asSent = asSent(target, expiry);
    return signed(asSent, hash)
        .or(() -> signed(otherSpellings(target, expiry, asSent), hash))
        .<SignatureVerdict>map(message -> new SignatureVerdict.Good(expiry, message))
        .orElseGet(() -> new SignatureVerdict.Wrong(expiry));
  }

  private Optional<String> signed(Iterable<String> messages, byte[] hash) {
    return keys.stream().flatMap(key -> key.signed(messages, hash).stream()).findFirst();
  }

  private List<String> asSent(SignedTarget target, Expiry expiry) {
    return target.below(endpointPath).stream().map(text -> text + expiry.text()).toList();
  }

  private Set<String> otherSpellings(SignedTarget target, Expiry expiry, List<String> asSent) {
    Set<String> others = messages(target, expiry);
    asSent.forEach(others::remove);
    return others;
  }

  /**
   * Everything that is taken for the signed text of a URL, likeliest first: the raw target below
   * each endpoint that the signer may have meant, then its other spellings; at most {@value
   * Spellings#MOST}, and fewer of long URLs, the more keys there are.
   */
  public Set<String> messages(SignedTarget target, Expiry expiry) {
    Set<String> messages = new LinkedHashSet<>();
    Spellings.of(target.below(endpointPath), keys.size())
        .forEach(text -> messages.add(text + expiry.text()));
    return messages;
  }
}
