package io.tintype.access;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may use an endpoint, as far as headers tell, which anybody can forge: a means against foreign
 * pages and simple robots.
 *
 * @param allowReferrers hosts as {@link ReferrerHost} has them; empty = any
 * @param allowMissingReferrer whether {@code allowReferrers} lets those pass who send none
 * @param denyReferrers hosts as {@link ReferrerHost} has them
 * @param denyUserAgents parts of {@code User-Agent}, in any case
 */
public record CallerRules(
    List<String> allowReferrers,
    boolean allowMissingReferrer,
    List<String> denyReferrers,
    List<String> denyUserAgents) {
  /** Everybody may. */
  public static final CallerRules NONE = new CallerRules(List.of(), false, List.of(), List.of());

  public CallerRules {
    allowReferrers = List.copyOf(allowReferrers);
    denyReferrers = List.copyOf(denyReferrers);
    denyUserAgents = denyUserAgents.stream().map(agent -> agent.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * Lets a caller pass.
   *
   * @param referrer value of {@code Referer}; empty = none
   * @param userAgent value of {@code User-Agent}; empty = none
   * @throws FaultException with {@link Fault.CallerNotAllowed}
   */
  void admit(String referrer, String userAgent) {
    if (!allowsReferrer(referrer)) {
      throw refused("Pictures of this endpoint may not be shown on the page that asks for them.");
    }
    if (denyUserAgents.isEmpty()) {
      return;
    }
    String agent = userAgent.toLowerCase(Locale.ROOT);
    if (denyUserAgents.stream().anyMatch(agent::contains)) {
      throw refused("This endpoint does not serve clients of this kind.");
    }
  }

  private boolean allowsReferrer(String referrer) {
    if (referrer.isEmpty()) {
      return allowReferrers.isEmpty() || allowMissingReferrer;
    }
    if (allowReferrers.isEmpty() && denyReferrers.isEmpty()) {
      return true;
    }
    Optional<String> host = ReferrerHost.of(referrer);
    boolean allowed = allowReferrers.isEmpty() || host.filter(allowReferrers::contains).isPresent();
    return allowed && host.filter(denyReferrers::contains).isEmpty();
  }

  private static FaultException refused(String sentence) {
    return new FaultException(new Fault.CallerNotAllowed(sentence));
  }
}
