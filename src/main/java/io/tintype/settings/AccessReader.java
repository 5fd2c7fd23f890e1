package io.tintype.settings;

import io.tintype.access.AccessRules;
import io.tintype.access.ApiSecret;
import io.tintype.access.CallerRules;
import io.tintype.access.PrivatePaths;
import io.tintype.access.ReferrerHost;
import io.tintype.access.SigningKey;
import io.tintype.access.StrictTransformations;
import io.tintype.access.TokenKey;
import io.tintype.config.Key;
import io.tintype.config.Secret;
import io.tintype.config.Section;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads who is let in to an endpoint. */
final class AccessReader {
  /** Enough for a rotation; each one costs work for every wrong signature. */
  private static final int MOST_KEYS = 5;

  /** ImageKit's limits. */
  private static final int MOST_REFERRERS = 30;

  private static final int MOST_USER_AGENTS = 10;

  private AccessReader() {}

  /**
   * Reads the rules.
   *
   * @param endpoint section of the endpoint
   */
  static AccessRules read(Section endpoint) {
    Section signing = endpoint.section(AccessKeys.SIGNING);
    List<SigningKey> keys = keys(signing);
    boolean required = signing.get(AccessKeys.SIGNING_REQUIRED);
    boolean others =
        endpoint.hasSecret(RewriterKeys.SECRETS) || endpoint.hasSecret(RewriterKeys.TOKEN_KEYS);
    if (required && !others && !signing.hasSecret(AccessKeys.SIGNING_KEYS)) {
      signing.report(AccessKeys.SIGNING_REQUIRED.name(), "expected keys or keysFile beside it");
    }
    List<ApiSecret> secrets =
        endpoint.secrets(RewriterKeys.SECRETS).stream()
            .map(Secret::reveal)
            .map(ApiSecret::new)
            .toList();
    List<TokenKey> tokenKeys = tokenKeys(endpoint);
    return new AccessRules(
        keys,
        required && !(keys.isEmpty() && secrets.isEmpty() && tokenKeys.isEmpty()),
        endpoint.get(AccessKeys.RESTRICT_UNNAMED),
        new PrivatePaths(endpoint.get(AccessKeys.PRIVATE_PATHS)),
        callers(endpoint.section(AccessKeys.ACCESS)),
        secrets,
        tokenKeys,
        StrictTransformations.valueOf(
            endpoint.get(RewriterKeys.STRICT).toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static List<TokenKey> tokenKeys(Section endpoint) {
    List<String> keys =
        endpoint.secrets(RewriterKeys.TOKEN_KEYS).stream().map(Secret::reveal).toList();
    if (!keys.stream().allMatch(TokenKey::isKey)) {
      endpoint.report(RewriterKeys.TOKEN_KEYS.name(), "expected pairs of hexadecimal digits");
    }
    return keys.stream().filter(TokenKey::isKey).map(TokenKey::new).toList();
  }

  private static List<SigningKey> keys(Section signing) {
    List<SigningKey> keys =
        signing.secrets(AccessKeys.SIGNING_KEYS).stream()
            .map(Secret::reveal)
            .map(SigningKey::new)
            .toList();
    String name = AccessKeys.SIGNING_KEYS.name();
    if (keys.isEmpty()
        && signing.get(AccessKeys.SIGNING_REQUIRED)
        && signing.has(AccessKeys.SIGNING_KEYS)) {
      signing.report(name, "expected at least one key, since signatures are required");
    }
    if (new HashSet<>(keys).size() < keys.size()) {
      signing.report(name, "expected different keys; one is there twice");
    }
    if (keys.size() > MOST_KEYS) {
      signing.report(name, "expected at most " + MOST_KEYS + " keys");
    }
    return keys;
  }

  private static CallerRules callers(Section access) {
    List<String> allowed = hosts(access, AccessKeys.ALLOW_REFERRERS);
    List<String> denied = hosts(access, AccessKeys.DENY_REFERRERS);
    if (!Collections.disjoint(allowed, denied)) {
      access.report(
          AccessKeys.DENY_REFERRERS.name(), "expected no host that is in allowReferrers as well");
    }
    return new CallerRules(
        allowed,
        access.get(AccessKeys.ALLOW_MISSING_REFERRER),
        denied,
        bounded(access, AccessKeys.DENY_USER_AGENTS, MOST_USER_AGENTS));
  }

  private static List<String> hosts(Section access, Key<List<String>> key) {
    return bounded(access, key, MOST_REFERRERS).stream()
        .map(ReferrerHost::of)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static List<String> bounded(Section access, Key<List<String>> key, int most) {
    List<String> entries = access.get(key);
    if (entries.size() > most) {
      access.report(key.name(), "expected at most " + most);
    }
    return entries;
  }
}
