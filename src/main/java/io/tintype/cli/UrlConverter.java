package io.tintype.cli;

import io.tintype.access.SignedTarget;
import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.fault.FaultException;
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginConfig;
import io.tintype.routing.Endpoint;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.Fallthrough;
import io.tintype.routing.Rewriter;
import io.tintype.settings.GatewayConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes URLs in the other language that their endpoint reads. */
final class UrlConverter {
  private final GatewayConfig config;
  private final Addresses addresses;
  private final Optional<Language> wish;
  private final Instant now;

  /**
   * For one configuration.
   *
   * @param wish into which language; empty = into the one that a URL is not in
   * @param now when signatures have to be good
   */
  UrlConverter(GatewayConfig config, Addresses addresses, Optional<Language> wish, Instant now) {
    this.config = config;
    this.addresses = addresses;
    this.wish = wish;
    this.now = now;
  }

  /** What becomes of a URL; never fails, since the reason is what is asked for. */
  Conversion convert(String url) {
    Optional<Addresses.Address> address = addresses.of(url);
    if (address.isEmpty()) {
      return Conversion.kept(url, "no endpoint answers for it");
    }
    try {
      return convert(url, address.get());
    } catch (FaultException refused) {
      return Conversion.kept(url, "it is refused: " + refused.fault().message());
    }
  }

  private Conversion convert(String url, Addresses.Address address) {
    Endpoint endpoint = address.endpoint();
    Optional<Rewriter> rewriter = endpoint.config().rewriter();
    Language language =
        rewriter.isEmpty() || ImageKitDialect.isMeant(address.request())
            ? Language.IMAGEKIT
            : Language.CLOUDINARY;
    Language target = wish.orElse(language.other());
    if (target == language) {
      return Conversion.kept(url, "it is in " + target.possessive() + " language already");
    }
    String named = "its endpoint '" + endpoint.name() + "' ";
    if (rewriter.isEmpty()) {
      return Conversion.kept(url, named + "reads none of Cloudinary's URLs");
    }
    if (address.front().isEmpty()) {
      return Conversion.kept(url, named + "has no host of its own; see --base");
    }
    Attempt attempt = new Attempt(url, address, endpoint.read(address.request()));
    Optional<String> obstacle = obstacle(attempt);
    if (obstacle.isPresent()) {
      return Conversion.kept(url, obstacle.get());
    }
    TargetWriter writer =
        target == Language.IMAGEKIT
            ? new ImageKitTarget(attempt.asked())
            : new CloudinaryTarget(attempt.asked(), rewriter.get());
    return writer
        .named()
        .map(targets -> best(attempt, targets))
        .filter(Conversion::isExact)
        .orElseGet(() -> written(attempt, writer.targets()));
  }

  /** What is tried. */
  private record Attempt(String url, Addresses.Address address, DeliveryRequest asked) {
    Endpoint endpoint() {
      return address.endpoint();
    }
  }

  /** Why no other URL can be as good as this one, whatever it asks for. */
  private Optional<String> obstacle(Attempt attempt) {
    DeliveryRequest asked = attempt.asked();
    Optional<String> refusal = refusal(attempt.endpoint(), asked, attempt.url());
    if (refusal.isPresent()) {
      return refusal.map(reason -> "it is refused: " + reason);
    }
    if (Fallthrough.isDue(attempt.endpoint(), attempt.address().request(), asked)) {
      return Optional.of("it is left to the old vendor" + reasons(asked));
    }
    if (asked.ignored().stream().anyMatch(part -> part.raw().contains("$"))) {
      return Optional.of("a variable of it is not defined");
    }
    if (!asked.consulted().hints().isEmpty()) {
      return Optional.of("it depends on what the client says of its screen");
    }
    return isLocked(asked)
        ? Optional.of("it needs its signature, and that would be another one")
        : Optional.empty();
  }

  private Optional<String> refusal(Endpoint endpoint, DeliveryRequest request, String url) {
    return UrlParts.of(url)
        .map(parts -> SignedTarget.of(parts.rawPath(), parts.rawQuery()))
        .flatMap(target -> SignatureExplanation.refusal(endpoint.guard(), request, target, now));
  }

  private static String reasons(DeliveryRequest asked) {
    return asked.ignored().stream()
        .map(part -> part.raw() + " " + part.reason())
        .collect(Collectors.joining(", ", asked.ignored().isEmpty() ? "" : ": ", ""));
  }

  /** Whether one of its pictures is shown to those alone who have a signature. */
  private static boolean isLocked(DeliveryRequest asked) {
    boolean original = asked.chainKind() == ChainKind.NONE;
    return asked.references().stream()
        .anyMatch(
            reference ->
                reference instanceof SourceRef.Asset asset
                    && switch (asset.delivery()) {
                      case AUTHENTICATED -> true;
                      case PRIVATE -> original || asked.seal().isPresent();
                      default -> false;
                    });
  }

  private Conversion written(Attempt attempt, TargetWriter.Written written) {
    return switch (written) {
      case TargetWriter.Written.Wordless(var reason) -> Conversion.kept(attempt.url(), reason);
      case TargetWriter.Written.Targets targets -> best(attempt, targets);
    };
  }

  private static List<String> leftOut(DeliveryRequest asked) {
    List<String> remarks = new ArrayList<>();
    asked
        .ignored()
        .forEach(part -> remarks.add(part.raw() + " is left out, since it " + part.reason()));
    if (asked.seal().isPresent()) {
      remarks.add("its signature is left out, since it would be another one");
    }
    return remarks;
  }

  /** The first target that is read back as what was asked for, or else the one most like it. */
  private Conversion best(Attempt attempt, TargetWriter.Written.Targets targets) {
    return targets.targets().stream()
        .flatMap(target -> judged(attempt, target, targets).stream())
        .min(
            Comparator.comparing(Conversion::verdict)
                .thenComparingInt(conversion -> conversion.notes().size()))
        .orElseGet(
            () -> Conversion.kept(attempt.url(), "the other language has no name for its source"));
  }

  /** How good a target is; empty if it cannot be read, or no origin has that source. */
  private Optional<Conversion> judged(
      Attempt attempt, RawRequest target, TargetWriter.Written.Targets targets) {
    Optional<DeliveryRequest> read = read(attempt.endpoint(), target);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    EndpointConfig endpoint = attempt.endpoint().config();
    DeliveryRequest asked = attempt.asked();
    List<String> misnamed = misnamed(endpoint, asked.source(), read.get().source());
    if (misnamed.size() == endpoint.origins().size()) {
      return Optional.empty();
    }
    String written = attempt.address().with(target);
    Optional<String> refusal = refusal(attempt.endpoint(), read.get(), written);
    if (refusal.isPresent()) {
      return refusal.map(
          reason -> Conversion.kept(attempt.url(), "the new URL would be refused: " + reason));
    }
    List<String> notes = new ArrayList<>(targets.differences());
    notes.addAll(leftOut(asked));
    notes.addAll(Comparison.of(asked, targets.meant(), read.get()));
    notes.addAll(misnamed);
    boolean exact = notes.isEmpty();
    notes.addAll(Comparison.remarks(asked));
    return Optional.of(
        new Conversion(
            attempt.url(),
            written,
            exact ? Conversion.Verdict.EXACT : Conversion.Verdict.DIFFERS,
            notes));
  }

  private static Optional<DeliveryRequest> read(Endpoint endpoint, RawRequest target) {
    try {
      return Optional.of(endpoint.read(target)).filter(read -> read.ignored().isEmpty());
    } catch (FaultException unreadable) {
      return Optional.empty();
    }
  }

  /** The origins that would be asked for something else. */
  private List<String> misnamed(EndpointConfig endpoint, SourceRef asked, SourceRef read) {
    List<String> notes = new ArrayList<>();
    for (OriginConfig origin : config.origins()) {
      if (endpoint.origins().contains(origin.id())) {
        String before = firstKey(origin, asked);
        String after = firstKey(origin, read);
        if (!before.equals(after)) {
          notes.add(
              "origin '%s' is asked for %s instead of %s"
                  .formatted(origin.id().name(), named(after), named(before)));
        }
      }
    }
    return notes;
  }

  private static String firstKey(OriginConfig origin, SourceRef source) {
    return AskedKeys.of(origin, source).keys().stream().findFirst().orElse("");
  }

  private static String named(String key) {
    return key.isEmpty() ? "nothing" : key;
  }
}
