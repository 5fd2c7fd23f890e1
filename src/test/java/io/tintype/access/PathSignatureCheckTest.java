package io.tintype.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.PathSignature;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors are those of Cloudinary's SDKs and their tests. */
class PathSignatureCheckTest {
  private static final String SECRET = "worked-example-secret";

  @ParameterizedTest
  @CsvSource({
    "sample.jpg, b, v2fTPYTu",
    "sample.jpg, b, 2hbrSMPO",
    "sample.jpg, b, 2hbrSMPOjj5BJ4xV7SgFbRDevFaQNUFf",
    "'c_crop,h_20,w_10/image.jpg', b, Ai4Znfl3",
    "image.jpg, b, --SjmNDA",
    "http://google.com/path/to/image.png, b, hH_YcbiS",
    "'co_red,l_text:Times_70_bold:Cool%25F0%259F%2598%258D/image.jpg', b, Uqk1a-5W",
    "'co_red,l_text:Times_70_bold:Cool%25F0%259F%2598%258D/image.jpg', b, sq7d_DMa",
    "'co_red,l_text:Times_70_bold:Cool%25F0%259F%2598%258D/image.jpg', b, Rnj9LvbF",
    "l_text:Helvetica_50:test+text/some_public_id.jpg, AbcdEfghIjklmnopq1234567890, j5Z1ILxd",
    "'c_fill,h_150,w_200/r_max/docs/lady.png', worked-example-secret, MXMUoYlC",
    "'c_fill,h_150,w_200/r_max/docs/lady.png', worked-example-secret, MA2x4q5q",
    "'c_fill,h_150,w_200/r_max/docs/lady.png', worked-example-secret,"
        + " MA2x4q5qoIJeWcLSi_1y7VxmdJmUMVsA",
    "'c_fill,h_150,w_200/r_max/v1700000000/docs/lady.png', worked-example-secret, HpFodcf5"
  })
  void takesWhatSdksSign(String message, String secret, String hash) {
    assertThat(verdict(List.of(secret), hash, message)).isInstanceOf(SignatureVerdict.Good.class);
    assertThat(verdict(List.of("other", secret), hash, "v1/" + message, message))
        .isInstanceOf(SignatureVerdict.Good.class);
    assertThat(verdict(List.of("other"), hash, message)).isInstanceOf(SignatureVerdict.Wrong.class);
    assertThat(verdict(List.of(secret), hash, message + "x"))
        .isInstanceOf(SignatureVerdict.Wrong.class);
  }

  @Test
  void aLongSignatureIsNeverTheOldDigest() {
    // The first 32 characters of the SHA-1 digest, 28 in all, cannot be meant.
    assertThat(verdict(List.of(SECRET), "MXMUoYlClVnH3N5Pc8oNQJbRilM=0000", "docs/lady.png"))
        .isInstanceOf(SignatureVerdict.Wrong.class);
  }

  @Test
  void nothingCanBeCheckedWithoutASecret() {
    assertThat(verdict(List.of(), "v2fTPYTu", "sample.jpg"))
        .isInstanceOf(SignatureVerdict.Unchecked.class);
    assertThat(new PathSignatureCheck(List.of()).check(Optional.empty()))
        .isInstanceOf(SignatureVerdict.Absent.class);
  }

  private static SignatureVerdict verdict(List<String> secrets, String hash, String... messages) {
    return new PathSignatureCheck(secrets.stream().map(ApiSecret::new).toList())
        .check(Optional.of(new PathSignature(hash, List.of(messages))));
  }
}
