package io.tintype.routing;

import io.tintype.fault.Fault;
import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import java.util.Optional;

/** What is delivered when the source cannot be had. */
final class DefaultImage {
  private static final String ABSENT = "absent";
  private static final String BROKEN = "broken";

  private DefaultImage() {}

  /**
   * The delivery of the default image: the URL's own, else the endpoint's. Empty if there is none
   * or the failure is of another kind; a denied source stays denied, since a picture in its place
   * would tell nobody.
   */
  static Optional<Delivery> instead(Delivery delivery, Fault fault) {
    return reason(fault)
        .filter(_ -> delivery.defaulted().isEmpty())
        .flatMap(reason -> source(delivery).map(source -> delivery.instead(source, reason)));
  }

  private static Optional<String> reason(Fault fault) {
    return switch (fault) {
      case Fault.SourceNotFound _ -> Optional.of(ABSENT);
      case Fault.OriginRefused _, Fault.OriginUnavailable _, Fault.OriginTimeout _ ->
          Optional.of(BROKEN);
      default -> Optional.empty();
    };
  }

  private static Optional<SourceRef> source(Delivery delivery) {
    return delivery
        .request()
        .defaultImage()
        .or(() -> delivery.endpoint().config().defaultImage().map(DefaultImage::read));
  }

  private static SourceRef read(String configured) {
    return configured.startsWith("http://") || configured.startsWith("https://")
        ? new SourceRef.Remote(configured)
        : new SourceRef.Named(PercentEncoding.repairPath(configured.replaceFirst("^/+", "")), "");
  }
}
