package io.tintype.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.fault.FaultException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs, and what becomes of them under each rule; $ = signed. */
class AccessGuardTest {
  private static final String UNSIGNED = "This URL has to be signed.";
  private static final String UNNAMED =
      "Bad transformation request: this endpoint serves named transformations only.";
  private static final String FINE = "fine";
  private static final SigningKey KEY = new SigningKey("key");
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final ImageKitDialect DIALECT =
      new ImageKitDialect(
          new ImageKitSettings(
              Map.of(
                  "card",
                  "w-300",
                  "hidden",
                  "di-private@@x.png",
                  "stamp",
                  "l-image,i-private@@a.png,l-end"),
              false));

  @ParameterizedTest
  @CsvSource({
    "a.jpg?ik-s=abc,                  The signature of this URL is malformed.",
    "a.jpg?ik-t=never&ik-s=abc,       The signature of this URL is malformed.",
    "a.jpg?ik-t=1&ik-s=e82e5b266085357058734b9775139a1dc4edb4f4,"
        + " The signature of this URL has expired.",
    "a.jpg?ik-s=e82e5b266085357058734b9775139a1dc4edb4f4,"
        + " The signature of this URL does not match.",
    "a.jpg?ik-t=5,                    fine",
    "a.jpg,                           fine",
    "$a.jpg,                          fine",
  })
  void refusesWrongSignaturesEverywhere(String url, String outcome) {
    assertThat(outcome(rules(false, false, List.of()), url)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "a.jpg,            unsigned",
    "tr:w-10/a.jpg,    unsigned",
    "tr:n-card/a.jpg,  unsigned",
    "a.jpg?ik-t=5,     unsigned",
    "$a.jpg,           fine",
    "$tr:n-card/a.jpg, fine",
    "$tr:w-10/a.jpg,   fine",
  })
  void asksForSignaturesWhereTheyAreRequired(String url, String outcome) {
    assertThat(outcome(rules(true, false, List.of()), url)).isEqualTo(sentence(outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "a.jpg,                     fine",
    "tr:/a.jpg,                 fine",
    "a.jpg?tr=,                 fine",
    "tr:n-card/a.jpg,           fine",
    "a.jpg?tr=n-card:n-card,    fine",
    "tr:n-card/a.jpg?tr=n-card, fine",
    "'tr:n-card,w-10/a.jpg',    unnamed",
    "tr:n-card/a.jpg?tr=w-10,   unnamed",
    "tr:orig-true/a.jpg,        unnamed",
    "tr:nobody-knows/a.jpg,     unnamed",
    "a.jpg?ik-attachment=true,  fine",
    "tr:n-card/a.jpg?ik-attachment=true, fine",
    "tr:w-auto/a.jpg,           unnamed",
    "a.pdf/ik-thumbnail.jpg,    unnamed",
    "tr:n-card/a.pdf/ik-thumbnail.jpg, unnamed",
    "$tr:w-10/a.jpg,            unnamed",
  })
  void servesNamedTransformationsOnly(String url, String outcome) {
    assertThat(outcome(rules(false, true, List.of()), url)).isEqualTo(sentence(outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "private/a.jpg,                          unsigned",
    "tr:w-10/private/a.jpg,                  unsigned",
    "private/a.jpg?tr=orig-true,             unsigned",
    "tr:n-card/private/a.jpg,                fine",
    "$private/a.jpg,                         fine",
    "$tr:w-10/private/a.jpg,                 fine",
    "privately/a.jpg,                        fine",
    "x/private/a.jpg,                        fine",
    // other names of the same source
    "//private//a.jpg,                       unsigned",
    "%70rivate%2Fa.jpg,                      unsigned",
    "ik-seo/private/a/nice-name.jpg,         unsigned",
    "v1/private/a.jpg,                       unsigned",
    "image/upload/v12/private/a.jpg,         unsigned",
    "acme/image/upload/private/a.jpg,        unsigned",
    "deep//er/a.jpg,                         unsigned",
    "https://img.example.com/secret/a.jpg,   unsigned",
    "http://IMG.example.com:80/secret/a.jpg, unsigned",
    "https%3A%2F%2Fimg.example.com%2Fsecret%2Fa.jpg, unsigned",
    "https://img.example.com.:443//secret/a.jpg, unsigned",
    "https://img.example.com/%73ecret/a.jpg, unsigned",
    "https://my_img.example.com/secret/a.jpg, unsigned",
    "https://img.example.com/a.jpg,          fine",
    // what is shown in the place of another
    "tr:di-private@@a.jpg/none.jpg,          unsigned",
    "tr:n-hidden/none.jpg,                   fine",
    // what is drawn on another
    "'tr:l-image,i-private@@a.png,l-end/a.jpg',       unsigned",
    "'a.jpg?tr=l-image,i-@@private@@@@a.png,l-end',   unsigned",
    "'a.jpg?tr=l-image%2Ci-%70rivate%40%40a.png%2Cl-end', unsigned",
    "'tr:l-image,i-v1@@private@@a.png,l-end/a.jpg',   unsigned",
    "'tr:l-image,ie-cHJpdmF0ZS9hLnBuZw,l-end/a.jpg',  unsigned",
    "'tr:l-image,ie-aHR0cHM6Ly9pbWcuZXhhbXBsZS5jb20vc2VjcmV0L2EucG5n,l-end/a.jpg', unsigned",
    "'tr:l-image,i-b.png,l-image,i-private@@a.png,l-end,l-end/a.jpg', unsigned",
    "'tr:if-w_gt_9,w-9,if-else,l-image,i-private@@a.png,l-end,if-end/a.jpg', unsigned",
    "'tr:l-text,i-x,ff-private@@a.ttf,l-end/a.jpg',   unsigned",
    "'$tr:l-image,i-private@@a.png,l-end/a.jpg',      fine",
    "'tr:n-card,l-image,i-private@@a.png,l-end/a.jpg', unsigned",
    "tr:n-stamp/a.jpg,                                fine",
  })
  void keepsPrivatePathsPrivate(String url, String outcome) {
    AccessRules rules =
        rules(
            false,
            false,
            List.of(
                "/private",
                "deep/er/",
                "https://img.example.com/secret",
                "https://my_img.example.com/"));

    assertThat(outcome(rules, url)).isEqualTo(sentence(outcome));
  }

  @ParameterizedTest
  @CsvSource({"a.jpg, unsigned", "tr:n-card/a.jpg, fine", "$a.jpg, fine"})
  void keepsEverythingPrivateBelowTheRoot(String url, String outcome) {
    assertThat(outcome(rules(false, false, List.of("/")), url)).isEqualTo(sentence(outcome));
  }

  @ParameterizedTest
  @CsvSource({"private/a.jpg?ik-s=x, unsigned", "a.jpg?ik-s=x, fine"})
  void doesNotTakeAnUncheckedSignatureForAGoodOne(String url, String outcome) {
    AccessRules rules =
        new AccessRules(
            List.of(), false, false, new PrivatePaths(List.of("private")), CallerRules.NONE);

    assertThat(outcome(rules, url)).isEqualTo(sentence(outcome));
  }

  private static AccessRules rules(
      boolean required, boolean restrictUnnamed, List<String> privatePaths) {
    return new AccessRules(
        List.of(KEY), required, restrictUnnamed, new PrivatePaths(privatePaths), CallerRules.NONE);
  }

  private static String sentence(String outcome) {
    return switch (outcome) {
      case "unsigned" -> UNSIGNED;
      case "unnamed" -> UNNAMED;
      default -> outcome;
    };
  }

  private static String outcome(AccessRules rules, String url) {
    String target = url.startsWith("$") ? signed("/shop/" + url.substring(1)) : "/shop/" + url;
    String[] parts = target.split("\\?", 2);
    String query = parts.length < 2 ? "" : parts[1];
    try {
      DeliveryRequest request =
          DIALECT.parse(new RawRequest(parts[0].substring("/shop/".length()), query));
      Pass _ =
          new AccessGuard(rules, "/shop")
              .admit(new Visit(request, SignedTarget.of(parts[0], query), "", ""), NOW);
      return FINE;
    } catch (FaultException refused) {
      return refused.fault().message();
    }
  }

  private static String signed(String target) {
    return SignedUrl.of(KEY, "/shop", new SignedTarget(target, ""), Expiry.NEVER).rawTarget();
  }
}
