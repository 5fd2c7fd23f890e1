package io.tintype.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.Signature;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code cases/signatures.txt}: what others have signed; {@code cases/signature-spellings.txt}. */
class SignatureTableTest {
  private static final Instant THEN = Instant.ofEpochSecond(1_735_689_600);
  private static final SigningKey KEY = new SigningKey("private_test_key_0001");

  static Stream<String> vectors() throws IOException {
    return lines("signatures.txt");
  }

  static Stream<String> spellings() throws IOException {
    return lines("signature-spellings.txt");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void agreesWithTheVendor(String line) {
    String[] parts = line.split(" ", -1);
    Optional<Expiry> expiry = Expiry.read(parts[1]);
    SigningKey key = new SigningKey(parts[0]);
    SignedTarget target = target("/demo/" + parts[2]);

    SignedUrl signed = SignedUrl.of(key, "/demo", target, expiry.orElse(Expiry.NEVER));
    SignatureVerdict verdict =
        new SignatureCheck(List.of(key), "/demo")
            .check(target, Optional.of(new Signature(parts[3], expiry.map(Expiry::text))), THEN);

    assertThat(signed.hash()).isEqualTo(parts[3]);
    assertThat(signed.message()).isEqualTo(parts[2] + expiry.orElse(Expiry.NEVER).text());
    assertThat(verdict)
        .isEqualTo(new SignatureVerdict.Good(expiry.orElse(Expiry.NEVER), signed.message()));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void toleratesWhatReadsTheSame(String line) {
    boolean same = !line.startsWith("! ");
    String[] parts = (same ? line : line.substring(2)).split(" => ", -1);
    Signature signature = new Signature(KEY.sign(parts[0] + Expiry.NEVER.text()), Optional.empty());

    SignatureVerdict verdict =
        new SignatureCheck(List.of(KEY), "/demo")
            .check(target("/demo/" + parts[1]), Optional.of(signature), THEN);

    assertThat(verdict)
        .isEqualTo(
            same
                ? new SignatureVerdict.Good(Expiry.NEVER, parts[0] + Expiry.NEVER.text())
                : new SignatureVerdict.Wrong(Expiry.NEVER));
  }

  private static SignedTarget target(String text) {
    String[] parts = text.split("\\?", 2);
    return SignedTarget.of(parts[0], parts.length < 2 ? "" : parts[1]);
  }

  private static Stream<String> lines(String name) throws IOException {
    return CaseTable.lines(name).stream();
  }
}
