package io.tintype.cli;

import io.tintype.EndpointBuilder;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.fault.FaultException;
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginConfig;
import io.tintype.routing.EndpointConfig;
import io.tintype.settings.GatewayConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes URLs in the other language that their endpoint reads. */
final class UrlConverter {
  private final GatewayConfig config;
  private final Addresses addresses;
  private final Optional<Language> wish;

  /**
   * For one configuration.
   *
   * @param wish into which language; empty = into the one that a URL is not in
   */
  UrlConverter(GatewayConfig config, Addresses addresses, Optional<Language> wish) {
    this.config = config;
    this.addresses = addresses;
    this.wish = wish;
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
    EndpointConfig endpoint = address.endpoint();
    RawRequest raw = address.request();
    Language language =
        endpoint.rewriter().isEmpty() || ImageKitDialect.isMeant(raw)
            ? Language.IMAGEKIT
            : Language.CLOUDINARY;
    Language target = wish.orElse(language.other());
    if (target == language) {
      return Conversion.kept(url, "it is in " + target.possessive() + " language already");
    }
    if (endpoint.rewriter().isEmpty()) {
      return Conversion.kept(
          url, "its endpoint '" + endpoint.name() + "' reads none of Cloudinary's URLs");
    }
    Dialect dialect = EndpointBuilder.dialect(config, endpoint);
    DeliveryRequest asked = dialect.parse(raw);
    if (asked.ignored().stream().anyMatch(part -> part.raw().contains("$"))) {
      return Conversion.kept(url, "a variable of it is not defined");
    }
    if (!asked.consulted().hints().isEmpty()) {
      return Conversion.kept(url, "it depends on what the client says of its screen");
    }
    TargetWriter writer =
        target == Language.IMAGEKIT
            ? new ImageKitTarget(asked)
            : new CloudinaryTarget(asked, endpoint.rewriter().get());
    Attempt attempt = new Attempt(url, address, dialect, asked);
    return writer
        .named()
        .map(targets -> best(attempt, targets))
        .filter(Conversion::isExact)
        .orElseGet(() -> written(attempt, writer.targets()));
  }

  /** What is tried, and with what. */
  private record Attempt(
      String url, Addresses.Address address, Dialect dialect, DeliveryRequest asked) {}

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
    Optional<DeliveryRequest> read = read(attempt.dialect(), target);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    EndpointConfig endpoint = attempt.address().endpoint();
    DeliveryRequest asked = attempt.asked();
    List<String> misnamed = misnamed(endpoint, asked.source(), read.get().source());
    if (misnamed.size() == endpoint.origins().size()) {
      return Optional.empty();
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
            attempt.address().with(target),
            exact ? Conversion.Verdict.EXACT : Conversion.Verdict.DIFFERS,
            notes));
  }

  private static Optional<DeliveryRequest> read(Dialect dialect, RawRequest target) {
    try {
      return Optional.of(dialect.parse(target)).filter(read -> read.ignored().isEmpty());
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
