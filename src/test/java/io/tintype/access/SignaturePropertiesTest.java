package io.tintype.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.RawRequest;
import io.tintype.dialect.Seal;
import io.tintype.dialect.Signature;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.fault.FaultException;
import io.tintype.model.PercentEncoding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for all signed URLs, tried on many made by chance. */
class SignaturePropertiesTest {
  private static final long SEED = 20_250_101;
  private static final int ROUNDS = 400;
  private static final String LETTERS = "abcxyzABCXYZ0123456789-_.~ü漢 ,:@+!$'()*;=";
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private final Random random = new Random(SEED);
  private final ImageKitDialect dialect = new ImageKitDialect(ImageKitSettings.DEFAULT);
  private final SigningKey key = new SigningKey("a key");

  @Test
  void whatIsSignedVerifies() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = signed();

      assertThat(verdict(signed.endpoint, signed.rawTarget))
          .as(signed.rawTarget)
          .isInstanceOf(SignatureVerdict.Good.class);
    }
  }

  @Test
  void noOtherCharacterMayStandInItsPlace() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = signed();
      int at = 1 + random.nextInt(signed.rawTarget.length() - 1);
      char before = signed.rawTarget.charAt(at);
      char after = Character.toLowerCase(before) == 'q' ? '7' : 'q';
      String changed =
          signed.rawTarget.substring(0, at) + after + signed.rawTarget.substring(at + 1);

      assertThat(verdict(signed.endpoint, changed))
          .as("%s instead of %s", changed, signed.rawTarget)
          .isNotInstanceOf(SignatureVerdict.Good.class);
    }
  }

  @Test
  void rawAndEscapedTwinsVerifyAlike() {
    for (int round = 0; round < ROUNDS; round++) {
      String path = text();
      String chain = "w-" + random.nextInt(1, 999) + ",h-" + random.nextInt(1, 999) + ":rt-90";
      String raw = "/x/" + path + ".jpg?tr=" + chain;
      String escaped =
          "/x/"
              + path.replace(" ", "%20").replace("ü", "%C3%BC").replace("漢", "%E6%BC%A2")
              + ".jpg?tr="
              + PercentEncoding.encodeSegment(chain);

      assertThat(verdict("", withSignature(raw, escaped)))
          .isInstanceOf(SignatureVerdict.Good.class);
      assertThat(verdict("", withSignature(escaped, raw)))
          .isInstanceOf(SignatureVerdict.Good.class);
    }
  }

  /** A target with the signature of another one. */
  private String withSignature(String signed, String sent) {
    return sent + "&ik-s=" + key.sign(signed.substring(1) + Expiry.NEVER.text());
  }

  private SignatureVerdict verdict(String endpoint, String rawTarget) {
    String[] parts = rawTarget.split("\\?", 2);
    String query = parts.length < 2 ? "" : parts[1];
    Optional<Seal> seal;
    try {
      seal = dialect.parse(new RawRequest("a.jpg", query)).seal();
    } catch (FaultException unreadable) {
      return new SignatureVerdict.Malformed();
    }
    return new SignatureCheck(List.of(key), endpoint)
        .check(SignedTarget.of(parts[0], query), seal.map(Signature.class::cast), NOW);
  }

  private Signed signed() {
    String endpoint = List.of("", "/shop", "/acct/shop").get(random.nextInt(3));
    String path = PercentEncoding.repairPath(endpoint + "/" + text() + "/" + text() + ".jpg");
    String query = random.nextBoolean() ? "" : "v=" + PercentEncoding.encodeSegment(text());
    Expiry expiry =
        random.nextBoolean()
            ? Expiry.NEVER
            : Expiry.at(NOW.plusSeconds(random.nextInt(1_000_000))).orElseThrow();
    return new Signed(
        endpoint, SignedUrl.of(key, endpoint, new SignedTarget(path, query), expiry).rawTarget());
  }

  private String text() {
    StringBuilder text = new StringBuilder("n");
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private record Signed(String endpoint, String rawTarget) {}
}
