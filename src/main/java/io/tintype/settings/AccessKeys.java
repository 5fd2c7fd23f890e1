package io.tintype.settings;

import io.tintype.config.Group;
import io.tintype.config.Key;
import io.tintype.config.Secret;
import io.tintype.config.ValueType;
import io.tintype.config.Values;
import java.util.List;

/** The keys about who is let in; part of an endpoint's. */
final class AccessKeys {
  private static final String SEGMENT = "(?!\\.{1,2}(/|$))[^/*?#%\\x00-\\x1f]+";
  private static final ValueType<String> REFERRER =
      Values.text(
          "host or URL",
          "a host name such as www.example.com, or a URL of it; without wildcards",
          "(https?://)?" + EndpointKeys.HOST_NAME + "(:[0-9]{1,5})?([/?#].*)?");

  static final Key<List<Secret>> SIGNING_KEYS =
      Key.of(
              "keys",
              Values.listOf(Values.SECRET),
              "Private keys that signatures are checked with, at most 5: several during a rotation."
                  + " The first one is what `bin/tintype sign` signs with. Without keys, signatures"
                  + " are accepted unchecked and counted.")
          .orElse("");

  static final Key<Boolean> SIGNING_REQUIRED =
      Key.of("required", Values.FLAG, "Whether every URL must be signed; needs a key.")
          .orElse("false");

  static final Group SIGNING =
      Group.of(
          "signing",
          "Signed URLs (`ik-s`, `ik-t`): [security.md](security.md).",
          SIGNING_KEYS,
          SIGNING_REQUIRED);

  static final Key<Boolean> RESTRICT_UNNAMED =
      Key.of(
              "restrictUnnamed",
              Values.FLAG,
              "Whether only named transformations are served; others answer 400.")
          .orElse("false");

  static final Key<List<String>> PRIVATE_PATHS =
      Key.of(
              "privatePaths",
              Values.listOf(
                  Values.text(
                      "path",
                      "a path such as /customers, or / for everything, not percent-encoded, without"
                          + " wildcards",
                      "/|(https?://|/)?" + SEGMENT + "(/" + SEGMENT + ")*/?")),
              "Paths below the endpoint, whole segments, whose originals and unnamed"
                  + " transformations need a signature. `/` = everything.")
          .orElse("");

  static final Key<List<String>> ALLOW_REFERRERS =
      Key.of(
              "allowReferrers",
              Values.listOf(REFERRER),
              "Only pages of these hosts may show pictures; at most 30, given as hosts or URLs.")
          .orElse("");

  static final Key<Boolean> ALLOW_MISSING_REFERRER =
      Key.of(
              "allowMissingReferrer",
              Values.FLAG,
              "Whether `allowReferrers` lets those pass who send no `Referer`.")
          .orElse("false");

  static final Key<List<String>> DENY_REFERRERS =
      Key.of(
              "denyReferrers",
              Values.listOf(REFERRER),
              "Pages of these hosts may not; at most 30, given as hosts or URLs.")
          .orElse("");

  static final Key<List<String>> DENY_USER_AGENTS =
      Key.of(
              "denyUserAgents",
              Values.listOf(Values.TEXT),
              "Parts of `User-Agent`, in any case, whose clients are not served; at most 10.")
          .orElse("");

  static final Group ACCESS =
      Group.of(
          "access",
          "Who may use the endpoint, as far as headers tell; others get 403.",
          ALLOW_REFERRERS,
          ALLOW_MISSING_REFERRER,
          DENY_REFERRERS,
          DENY_USER_AGENTS);

  private AccessKeys() {}
}
