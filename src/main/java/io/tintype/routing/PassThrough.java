package io.tintype.routing;

import io.tintype.bus.FetchRequest.Known;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.AssetType;
import io.tintype.model.ImageFormat;
import io.tintype.model.SourceRef;
import io.tintype.origin.Validators;
import io.tintype.sniff.Sniffer;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands sources through that are no images we transform, or wanted as they are. */
final class PassThrough {
  private final Sources sources;

  PassThrough(Sources sources) {
    this.sources = sources;
  }

  /**
   * Asks for the stream, on the request's own account.
   *
   * @param ifImage goes on instead if the source has become an image that we decode, or is one of
   *     another format than the URL names
   */
  Future<Answer> fetch(Delivery delivery, Exchange exchange, Supplier<Future<Answer>> ifImage) {
    return open(delivery, exchange)
        .compose(
            streaming -> {
              boolean image =
                  delivery.request().disposition().original()
                      ? isOther(delivery, streaming)
                      : decodable(streaming);
              if (!image) {
                return continued(delivery, exchange, streaming);
              }
              streaming.body().close();
              return ifImage.get();
            });
  }

  /** Asks for the stream, whatever it holds: even a picture that is too large to be kept. */
  Future<Answer> fetchWhatever(Delivery delivery, Exchange exchange) {
    return open(delivery, exchange).compose(streaming -> continued(delivery, exchange, streaming));
  }

  /** Goes on with a stream that turned up while an image was expected. */
  Future<Answer> found(Delivery delivery, Exchange exchange, Fetched.Streaming streaming) {
    if (delivery.range().isEmpty() || delivery.headOnly()) {
      return hand(delivery, streaming);
    }
    streaming.body().close();
    return open(delivery, exchange).compose(part -> continued(delivery, exchange, part));
  }

  private Future<Fetched.Streaming> open(Delivery delivery, Exchange exchange) {
    // Only its first bytes tell of what format a source is.
    Mode mode = delivery.headOnly() && !delivery.mayConvert() ? Mode.HEAD : Mode.STREAM;
    return sources
        .fetch(
            delivery,
            account(exchange),
            new Sources.Wanted(delivery.request().source(), Known.NOTHING, mode))
        .map(
            fetched ->
                switch (fetched) {
                  case Fetched.Streaming streaming -> streaming;
                  case Fetched.Whole _, Fetched.File _, Fetched.Unchanged _ ->
                      throw new IllegalStateException("asked for a stream, got " + fetched);
                });
  }

  private Future<Answer> continued(
      Delivery delivery, Exchange exchange, Fetched.Streaming streaming) {
    Validators validators = streaming.info().validators();
    if (streaming.info().contentRange().isEmpty()
        || Preconditions.rangeApplies(exchange, validators.etag(), validators.lastModified())) {
      return hand(delivery, streaming);
    }
    streaming.body().close();
    Delivery whole = delivery.whole();
    return open(whole, exchange).compose(streamed -> hand(whole, streamed));
  }

  private static Future<Answer> hand(Delivery delivery, Fetched.Streaming streaming) {
    if (!delivery.request().disposition().original() && pretends(streaming)) {
      streaming.body().close();
      return Future.failedFuture(new FaultException(new Fault.CorruptSource()));
    }
    if (isUnsafe(delivery, streaming) || (delivery.transforms() && refuses(delivery, streaming))) {
      streaming.body().close();
      return Future.failedFuture(
          new FaultException(
              new Fault.UnsupportedSource(
                  "The source is no image of a kind that can be transformed here.")));
    }
    return Future.succeededFuture(
        new Answer.Through(delivery, streaming, unhonoured(delivery, streaming)));
  }

  private static boolean refuses(Delivery delivery, Fetched.Streaming streaming) {
    return delivery.endpoint().config().strict() || (delivery.namesFormat() && isSvg(streaming));
  }

  /** What may be an SVG by its type and does not look like one cannot be sanitised. */
  private static boolean isUnsafe(Delivery delivery, Fetched.Streaming streaming) {
    return delivery.sanitises() && (isSvg(streaming) || isOtherXml(streaming));
  }

  /** Whether something that is no image at all is said to be one that we would decode. */
  private static boolean pretends(Fetched.Streaming streaming) {
    String stated = streaming.info().contentType().toLowerCase(Locale.ROOT);
    return streaming.info().contentRange().isEmpty()
        && streaming.format().isEmpty()
        && Arrays.stream(ImageFormat.values())
            .filter(Sniffer::decodable)
            .anyMatch(format -> stated.startsWith(format.mediaType()));
  }

  /** Whether the URL names a format that the source does not have and can be made into. */
  private static boolean isOther(Delivery delivery, Fetched.Streaming streaming) {
    if (delivery.sanitises() && (isSvg(streaming) || isPartOfXml(streaming))) {
      return true;
    }
    Optional<ImageFormat> named = delivery.request().transformation().output().named();
    return delivery.mayConvert()
        && named.isPresent()
        && streaming
            .format()
            .or(() -> stated(streaming))
            .filter(own -> own != named.get())
            .filter(own -> Sniffer.decodable(own) || Sniffer.drawable(own))
            .isPresent();
  }

  /** What the origin says of the format, where the beginning of the source is not there. */
  private static Optional<ImageFormat> stated(Fetched.Streaming streaming) {
    String type = streaming.info().contentType().toLowerCase(Locale.ROOT);
    return Arrays.stream(ImageFormat.values())
        .filter(format -> type.startsWith(format.mediaType()))
        .findFirst();
  }

  private static boolean decodable(Fetched.Streaming streaming) {
    return streaming.info().contentRange().isEmpty()
        && streaming.format().filter(Sniffer::decodable).isPresent();
  }

  private static boolean isSvg(Fetched.Streaming streaming) {
    return streaming
        .format()
        .map(ImageFormat.SVG::equals)
        .orElseGet(() -> Markup.isSvg(streaming.info().contentType()));
  }

  private static boolean isOtherXml(Fetched.Streaming streaming) {
    return streaming.format().isEmpty() && Markup.isXml(streaming.info().contentType());
  }

  /** Only its beginning would tell whether it is an SVG. */
  private static boolean isPartOfXml(Fetched.Streaming streaming) {
    return !streaming.info().contentRange().isEmpty() && isOtherXml(streaming);
  }

  /** What is delivered as it is stored may be of another format than its name says. */
  private static List<String> unhonoured(Delivery delivery, Fetched.Streaming streaming) {
    DeliveryRequest request = delivery.request();
    boolean unasked = request.disposition().original() && request.chainKind() == ChainKind.NONE;
    return unasked
            && request.transformation().output().named().isEmpty()
            && request.source() instanceof SourceRef.Asset asset
            && isOther(asset, streaming.format())
        ? List.of("." + asset.extension())
        : unhonoured(delivery);
  }

  private static boolean isOther(SourceRef.Asset asset, Optional<ImageFormat> own) {
    return asset.type() == AssetType.IMAGE
        && !asset.extension().isEmpty()
        && own.isPresent()
        && !own.equals(ImageFormat.ofExtension(asset.extension()));
  }

  private static List<String> unhonoured(Delivery delivery) {
    return delivery.transforms() && !(delivery.request().source() instanceof SourceRef.Vendor)
        ? delivery.request().asked().parts()
        : delivery.request().ignored().stream().map(Ignored::raw).toList();
  }

  private static Sources.Account account(Exchange exchange) {
    return new Sources.Account(exchange.scope(), exchange.deadline(), exchange.id());
  }
}
