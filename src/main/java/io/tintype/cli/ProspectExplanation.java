package io.tintype.cli;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.model.Gravity;
import io.tintype.routing.Endpoint;
import io.tintype.routing.Prospect;
import io.tintype.routing.SoughtThings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request, by its URL alone; field names: {@code docs/cli.md}.
 *
 * @param lacking what is not honoured, and why, as sentences
 * @param strict whether a video that should be changed is refused
 */
record ProspectExplanation(
    Prospect prospect, List<String> lacking, boolean strict, List<String> remarks) {
  /**
   * Looks at a request.
   *
   * @throws io.tintype.fault.FaultException if it asks for more than is allowed
   */
  static ProspectExplanation of(Endpoint endpoint, RawRequest raw, DeliveryRequest request) {
    Prospect prospect = Prospect.of(endpoint, raw, request);
    boolean strict = endpoint.config().strict();
    return new ProspectExplanation(
        prospect,
        request.ignored().stream().map(part -> part.raw() + ": it " + part.reason()).toList(),
        strict,
        remarks(prospect, strict, request));
  }

  /** The class of it, as a rehearsal counts. */
  String word() {
    return switch (prospect) {
      case Prospect.LeftToVendor _ -> "fallthrough";
      case Prospect.UnchangedVideo _ -> strict ? "refused" : "reported";
      case Prospect.AsStored _ -> lacking.isEmpty() ? "passedThrough" : "reported";
      case Prospect.Made _ -> lacking.isEmpty() ? "native" : "reported";
    };
  }

  /** Whether everything is delivered as it was asked for, without the old vendor. */
  boolean isAsAsked() {
    return switch (prospect) {
      case Prospect.AsStored _, Prospect.Made _ -> lacking.isEmpty();
      case Prospect.LeftToVendor _, Prospect.UnchangedVideo _ -> false;
    };
  }

  /** Why it is not served; empty = it is. */
  Optional<String> refused() {
    return prospect instanceof Prospect.UnchangedVideo && strict
        ? Optional.of("A video that should be changed " + Prospect.NO_VIDEOS + ".")
        : Optional.empty();
  }

  @Nullable JsonObject fallthrough() {
    return prospect instanceof Prospect.LeftToVendor(var url)
        ? new JsonObject().put("url", url).put("reasons", new JsonArray(reasons()))
        : null;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    if (prospect instanceof Prospect.LeftToVendor(var url)) {
      text.append(Explanation.row("left to", url));
      reasons().forEach(reason -> text.append(Explanation.row("because of", reason)));
    }
    refused().ifPresent(reason -> text.append(Explanation.row("refused", reason)));
    remarks.forEach(remark -> text.append(Explanation.row("remark", remark)));
    return text.toString();
  }

  private List<String> reasons() {
    return lacking.isEmpty() ? List.of("video: it " + Prospect.NO_VIDEOS) : lacking;
  }

  private static List<String> remarks(Prospect prospect, boolean strict, DeliveryRequest request) {
    List<String> remarks = new ArrayList<>();
    if (prospect instanceof Prospect.UnchangedVideo && !strict) {
      remarks.add(
          "what should change the video " + Prospect.NO_VIDEOS + ": it is handed over as it is");
    }
    if (prospect instanceof Prospect.Made) {
      request.transformation().steps().stream()
          .flatMap(step -> SoughtThings.in(step).stream())
          .distinct()
          .map(ProspectExplanation::sentence)
          .forEach(remarks::add);
    }
    return List.copyOf(remarks);
  }

  private static String sentence(Gravity.Objects things) {
    String names = new TreeSet<>(things.names()).stream().collect(Collectors.joining(" and "));
    return "there is no detector that would find " + names + ": " + instead(things.otherwise());
  }

  private static String instead(Gravity otherwise) {
    return switch (otherwise) {
      case Gravity.Attention _ -> "what draws attention is kept instead";
      case Gravity.Compass(var direction) when direction == Gravity.Direction.CENTER ->
          "the middle is kept instead";
      case Gravity.Compass(var direction) when direction == Gravity.Direction.TOP ->
          "the upper part is kept instead";
      case Gravity _ -> "another place is kept instead";
    };
  }
}
