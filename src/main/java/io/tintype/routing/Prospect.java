package io.tintype.routing;

import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import io.tintype.model.AssetType;
import io.tintype.model.Limits;
import io.tintype.model.SourceRef;
import io.tintype.plan.Census;

/**
 * What becomes of a request as far as its URL tells: before its source is known. Who reads URLs
 * without serving them goes by this.
 */
public sealed interface Prospect {
  /** Why nothing is done with videos, in words that follow one. */
  String NO_VIDEOS = "needs a video decoder";

  /** It is made here, but for what is reported. */
  record Made() implements Prospect {}

  /** It is handed over as it is stored, as it was asked for. */
  record AsStored() implements Prospect {}

  /** A video that should be changed: a strict endpoint refuses, others hand it over as it is. */
  record UnchangedVideo() implements Prospect {}

  /**
   * It is left to the old vendor.
   *
   * @param url what the vendor is asked for
   */
  record LeftToVendor(String url) implements Prospect {}

  /**
   * Looks at a request that has been let in.
   *
   * @throws FaultException {@link io.tintype.fault.Fault.LimitExceeded} if it asks for more than is
   *     allowed, whatever its source
   */
  static Prospect of(Endpoint endpoint, RawRequest raw, DeliveryRequest request) {
    if (Fallthrough.isDue(endpoint, raw, request)) {
      return new LeftToVendor(Fallthrough.url(endpoint, raw, request));
    }
    if (request.disposition().original()) {
      return new AsStored();
    }
    check(request, endpoint.config().limits());
    if (isVideo(request)) {
      boolean changed =
          request.chainKind() != ChainKind.NONE
              || request.transformation().output().named().isPresent();
      return changed ? new UnchangedVideo() : new AsStored();
    }
    return new Made();
  }

  private static void check(DeliveryRequest request, Limits limits) {
    var needs = Need.of(request.transformation().ingredients(), request.source());
    Need.excess(needs, limits.layers())
        .ifPresent(
            excess -> {
              throw new FaultException(excess);
            });
    if (!isVideo(request)) {
      Census.of(request.transformation().steps()).check(limits);
    }
  }

  private static boolean isVideo(DeliveryRequest request) {
    return request.source() instanceof SourceRef.Asset asset && asset.type() == AssetType.VIDEO;
  }
}
