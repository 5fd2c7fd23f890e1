package io.tintype.cli;

import io.tintype.access.AccessGuard;
import io.tintype.access.Expiry;
import io.tintype.access.Pass;
import io.tintype.access.SignatureVerdict;
import io.tintype.access.SignedTarget;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.fault.FaultException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the signature of a URL is good for; field names: {@code docs/cli.md}. Rules about referrers
 * and user agents are left out, since a URL has neither.
 *
 * @param verdict what came of looking at it
 * @param messages what is taken for the signed text, likeliest first; empty without a signature
 * @param refused why the URL is not served; empty = it is
 */
record SignatureExplanation(
    SignatureVerdict verdict, List<String> messages, Optional<String> refused) {
  static SignatureExplanation of(
      AccessGuard guard, DeliveryRequest request, UrlParts url, Instant now) {
    SignedTarget target = SignedTarget.of(url.rawPath(), url.rawQuery());
    return new SignatureExplanation(
        guard.verdict(request, target, now),
        List.copyOf(guard.messages(request, target)),
        refusal(guard, request, target, now));
  }

  /** Why a request is not let in; empty = it is. */
  static Optional<String> refusal(
      AccessGuard guard, DeliveryRequest request, SignedTarget target, Instant now) {
    try {
      Pass _ = guard.admit(request, target, now);
      return Optional.empty();
    } catch (FaultException refused) {
      return Optional.of(refused.fault().message());
    }
  }

  /** Nothing for a URL that has no signature and needs none. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (!(verdict instanceof SignatureVerdict.Absent)) {
      text.append(Explanation.row("signature", sentence()));
    }
    if (verdict instanceof SignatureVerdict.Wrong || verdict instanceof SignatureVerdict.Expired) {
      messages.forEach(message -> text.append(Explanation.row("message", message)));
    }
    refused.ifPresent(why -> text.append(Explanation.row("refused", why)));
    return text.toString();
  }

  JsonObject json() {
    return new JsonObject()
        .put("state", state())
        .put("expires", expires())
        .put("message", verdict instanceof SignatureVerdict.Good good ? good.message() : null)
        .put("tried", new JsonArray(messages));
  }

  private String sentence() {
    return switch (verdict) {
      case SignatureVerdict.Absent _ -> "none";
      case SignatureVerdict.Unchecked _ ->
          "there is one; no key is configured, so it is not checked";
      case SignatureVerdict.Malformed _ ->
          "malformed: ik-s is 40 lower-case hexadecimal digits, ik-t up to 10 decimal ones";
      case SignatureVerdict.Expired(var expiry) -> "expired at " + expiry.moment();
      case SignatureVerdict.Wrong _ ->
          "matches none of the messages below with any key of the endpoint";
      case SignatureVerdict.Good(var expiry, var message) ->
          (expiry.isNever() ? "good for ever" : "good until " + expiry.moment())
              + ", made of "
              + message;
    };
  }

  private String state() {
    return switch (verdict) {
      case SignatureVerdict.Absent _ -> "none";
      case SignatureVerdict.Unchecked _ -> "unchecked";
      case SignatureVerdict.Malformed _ -> "malformed";
      case SignatureVerdict.Expired _ -> "expired";
      case SignatureVerdict.Wrong _ -> "wrong";
      case SignatureVerdict.Good _ -> "good";
    };
  }

  private @Nullable String expires() {
    return switch (verdict) {
      case SignatureVerdict.Expired(var expiry) -> expiry.moment().toString();
      case SignatureVerdict.Wrong(var expiry) -> shown(expiry);
      case SignatureVerdict.Good(var expiry, _) -> shown(expiry);
      case SignatureVerdict.Absent _, SignatureVerdict.Unchecked _, SignatureVerdict.Malformed _ ->
          null;
    };
  }

  private static @Nullable String shown(Expiry expiry) {
    return expiry.isNever() ? null : expiry.moment().toString();
  }
}
