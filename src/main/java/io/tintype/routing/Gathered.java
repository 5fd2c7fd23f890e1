package io.tintype.routing;

import io.tintype.bus.Fetched;
import io.tintype.bus.Ingredient;
import io.tintype.bus.TransformRequest;
import io.tintype.cache.Makings;
import io.tintype.cache.Variant;
import io.tintype.fault.Fault;
import io.tintype.model.Limits;
import io.tintype.model.SourceRef;
import io.tintype.origin.SourceInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rendering has to do with. */
sealed interface Gathered {
  /**
   * Nothing has changed since the old variant was made.
   *
   * @param info of the source
   * @param asked when the first of the origins was asked
   */
  record Unchanged(SourceInfo info, Instant asked) implements Gathered {}

  /** The source is no image we decode; nothing else has been kept. */
  record Through(Fetched.Streaming source) implements Gathered {}

  /**
   * Everything there is, as bytes.
   *
   * @param shown what layers call the source; empty = they do not show it
   * @param asked when the first of the origins was asked
   */
  record Complete(
      Fetched.Whole source, Optional<SourceRef> shown, List<Supply> supplies, Instant asked)
      implements Gathered {
    public Complete {
      supplies = List.copyOf(supplies);
    }

    /** Everything layers need. */
    Map<SourceRef, Ingredient> ingredients() {
      Map<SourceRef, Ingredient> ingredients = new HashMap<>();
      shown.ifPresent(name -> Ingredient.of(source).ifPresent(self -> ingredients.put(name, self)));
      for (Supply supply : supplies) {
        ingredients.put(supply.need().source(), ingredient(supply));
      }
      return ingredients;
    }

    /** What the transform stage is asked for; its result belongs to the account. */
    TransformRequest request(Delivery delivery, Sources.Account account) {
      Limits limits = delivery.endpoint().config().limits();
      return new TransformRequest(
          account.scope(),
          account.deadline().orAfter(limits.queueTime().plus(limits.renderTime())),
          account.requestId(),
          source.bytes(),
          source.format(),
          source.info().focus(),
          ingredients(),
          delivery.request().transformation(),
          delivery.effectiveAccepts(),
          delivery.rules(),
          limits);
    }

    /** Whether a variant has been made of just this. */
    boolean makes(Variant variant) {
      return source.origin().equals(variant.origin())
          && source.info().validators().equals(variant.source().validators())
          && makings().equals(variant.makings());
    }

    /** What a variant made of this is made of. A font has a substitute, but it shows. */
    Makings makings() {
      Map<SourceRef, Makings.Part> found = new HashMap<>();
      for (Supply supply : supplies) {
        if (supply instanceof Supply.Brought(var need, _, var part, _)) {
          found.put(need.source(), part);
        }
      }
      return new Makings(found, missingFonts().isEmpty());
    }

    /** Fonts that cannot be had, as a URL names them. */
    List<String> unmet() {
      return missingFonts().stream().map(missing -> parameter(missing.need().source())).toList();
    }

    /** Why a font cannot be had that was there before and may be there again. */
    Optional<Fault> lost() {
      return missingFonts().stream()
          .map(Supply.Missing::why)
          .filter(Staleness::excuses)
          .findFirst();
    }

    private List<Supply.Missing> missingFonts() {
      return supplies.stream()
          .filter(supply -> supply.need().kind() == Need.Kind.FONT)
          .filter(Supply.Missing.class::isInstance)
          .map(Supply.Missing.class::cast)
          .toList();
    }

    private static Ingredient ingredient(Supply supply) {
      return switch (supply) {
        case Supply.Brought brought -> brought.ingredient();
        case Supply.Missing(_, var why) -> new Ingredient.Missing(new Fault.LayerUnavailable(why));
        case Supply.Same same -> throw new IllegalStateException("not fetched: " + same.need());
      };
    }

    private static String parameter(SourceRef font) {
      return switch (font) {
        case SourceRef.Named named -> "ff-" + named.path().replace("/", "@@");
        case SourceRef.Asset asset -> asset.publicId();
        case SourceRef.Vendor vendor -> vendor.rawPath();
        case SourceRef.Remote remote -> "ff-" + remote.url();
      };
    }
  }
}
