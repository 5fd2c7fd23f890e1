package io.tintype.rehearse;

import io.tintype.access.SignedTarget;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.ParameterName;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.routing.Endpoint;
import io.tintype.routing.Endpoints;
import io.tintype.routing.FaultStatus;
import io.tintype.routing.Prospect;
import io.tintype.routing.RoutingVerticle;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what would become of requests, by the real configuration and without asking an origin. What
 * only a source tells is not known: whether it is there, and whether it can be transformed.
 */
public final class Judge {
  private static final String URL = "URL";
  private static final String VIDEO = "video";

  /** Bytes of a path with its query: of a request line, without method and version. */
  private static final int LONGEST = RoutingVerticle.REQUEST_LINE - "GET  HTTP/1.1".length();

  private static final int KIBIBYTES = RoutingVerticle.REQUEST_LINE / 1024;

  private final Endpoints endpoints;
  private final Instant now;

  /**
   * Creates a judge.
   *
   * @param now when signatures have to be good; those that have expired since the request count as
   *     good if they once were
   */
  public Judge(Endpoints endpoints, Instant now) {
    this.endpoints = endpoints;
    this.now = now;
  }

  Judgment judge(LoggedUrl url) {
    Endpoints.Resolved resolved;
    try {
      resolved = endpoints.resolve(url.host(), url.path());
    } catch (FaultException nobody) {
      return Judgment.ELSEWHERE;
    }
    Endpoint endpoint = resolved.endpoint();
    if (!url.fits(LONGEST)) {
      return refused(
          endpoint,
          List.of(part(URL, "is longer than the %d KiB of a request line".formatted(KIBIBYTES))));
    }
    RawRequest raw = new RawRequest(resolved.rest(), url.query());
    try {
      DeliveryRequest request = endpoint.read(raw);
      admit(endpoint, request, SignedTarget.of(url.path(), url.query()));
      return read(endpoint, raw, request);
    } catch (FaultException refused) {
      return refused(endpoint, parts(refused.fault(), url.path()));
    } catch (RuntimeException bug) {
      return refused(
          endpoint,
          List.of(part(URL, "makes Tintype fail with " + bug.getClass().getSimpleName())));
    }
  }

  private void admit(Endpoint endpoint, DeliveryRequest request, SignedTarget target) {
    try {
      var _ = endpoint.guard().admit(request, target, now);
    } catch (FaultException refused) {
      if (!refused
          .fault()
          .equals(new Fault.SignatureRefused(Fault.SignatureRefused.Reason.EXPIRED))) {
        throw refused;
      }
      var _ = endpoint.guard().admit(request, target, Instant.EPOCH);
    }
  }

  private static Judgment read(Endpoint endpoint, RawRequest raw, DeliveryRequest request) {
    return switch (Prospect.of(endpoint, raw, request)) {
      case Prospect.LeftToVendor _ when request.ignored().isEmpty() ->
          video(endpoint, Outcome.FALLTHROUGH);
      case Prospect.LeftToVendor _ -> judgment(endpoint, Outcome.FALLTHROUGH, request);
      case Prospect.UnchangedVideo _ ->
          video(endpoint, endpoint.config().strict() ? Outcome.REFUSED : Outcome.REPORTED);
      case Prospect.AsStored _, Prospect.Made _ when !request.ignored().isEmpty() ->
          judgment(endpoint, Outcome.REPORTED, request);
      case Prospect.AsStored _ -> new Judgment(endpoint.name(), Outcome.PASSED_THROUGH, List.of());
      case Prospect.Made _ -> judgment(endpoint, Outcome.NATIVE, request);
    };
  }

  private static Judgment judgment(Endpoint endpoint, Outcome outcome, DeliveryRequest request) {
    return new Judgment(endpoint.name(), outcome, parts(request, outcome));
  }

  private static Judgment video(Endpoint endpoint, Outcome outcome) {
    return new Judgment(
        endpoint.name(), outcome, List.of(new Part(VIDEO, outcome, Prospect.NO_VIDEOS)));
  }

  /** What is honoured counts as such, whatever becomes of the rest. */
  private static List<Part> parts(DeliveryRequest request, Outcome ofIgnored) {
    Set<Part> parts = new LinkedHashSet<>();
    Set<String> lacking = new LinkedHashSet<>();
    for (Ignored ignored : request.ignored()) {
      for (String name : ParameterName.of(ignored.raw())) {
        parts.add(new Part(name, ofIgnored, ignored.reason()));
        lacking.add(name);
      }
    }
    request.asked().parameters().stream()
        .flatMap(parameter -> ParameterName.of(parameter.raw()).stream())
        .filter(name -> !lacking.contains(name))
        .map(Part::honoured)
        .forEach(parts::add);
    return List.copyOf(parts);
  }

  private static Judgment refused(Endpoint endpoint, List<Part> parts) {
    return new Judgment(endpoint.name(), Outcome.REFUSED, parts);
  }

  private static List<Part> parts(Fault fault, String path) {
    return switch (fault) {
      case Fault.InvalidArgument(var parameter, var value, var expected) ->
          named(parameter.isEmpty() ? value : parameter, "is not " + expected);
      case Fault.UnknownParameter(var parameter, var reason) -> named(parameter, reason);
      case Fault.UnknownTransformation(var name) ->
          named((path.contains("t_" + name) ? "t_" : "n-") + name, "is not configured");
      case Fault other -> List.of(part(place(other), other.message()));
    };
  }

  private static List<Part> named(String raw, String reason) {
    Stream<String> names = ParameterName.of(raw).stream();
    return names.map(name -> part(name, reason)).toList();
  }

  private static String place(Fault fault) {
    return switch (FaultStatus.of(fault).status()) {
      case 401 -> "signature";
      case 403 -> "access";
      default -> URL;
    };
  }

  private static Part part(String parameter, String reason) {
    return new Part(parameter, Outcome.REFUSED, reason);
  }
}
