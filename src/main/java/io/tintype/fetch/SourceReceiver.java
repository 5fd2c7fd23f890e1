package io.tintype.fetch;

import io.tintype.bus.FetchRequest;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.bytes.ByteBudget;
import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.OriginChain.Link;
import io.tintype.origin.OriginChain.Receiver;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceBody;
import io.tintype.origin.SourceInfo;
import io.tintype.sniff.Sniffer;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Makes of a found source what the request wants: bytes in memory for an image that will be decoded
 * and for a file that is needed whole, a stream for everything else.
 */
final class SourceReceiver implements Receiver<Fetched> {
  private final FetchRequest request;
  private final ByteBudget budget;
  private final Function<OriginId, LongConsumer> counters;

  /**
   * Creates a receiver for one request.
   *
   * @param budget of sources in memory
   * @param counters told of the bytes that arrive from an origin
   */
  SourceReceiver(
      FetchRequest request, ByteBudget budget, Function<OriginId, LongConsumer> counters) {
    this.request = request;
    this.budget = budget;
    this.counters = counters;
  }

  @Override
  public Future<Fetched> receive(Link link, FetchQuery query, Found found) {
    if (request.mode() == Mode.HEAD) {
      found.body().close();
      return Future.succeededFuture(
          new Fetched.Streaming(
              link.origin().id(), found.info(), SourceBody.empty(), Optional.empty()));
    }
    HeadedStream stream = headed(link, found);
    if (!found.info().contentRange().isEmpty()) {
      // The first bytes of a part say nothing of the format.
      return Future.succeededFuture(streaming(link, found.info(), stream, Optional.empty()));
    }
    return stream
        .head()
        .compose(
            head -> {
              Optional<ImageFormat> format = format(head);
              if (head.length == 0 && isPicture(found, request)) {
                found.body().close();
                return Future.failedFuture(new FaultException(new Fault.CorruptSource()));
              }
              return taken(link, query, new Opened(found, stream, format));
            });
  }

  private Optional<ImageFormat> format(byte[] head) {
    return request.mode() == Mode.DRAW && Sniffer.isPackedSvg(head)
        ? Optional.of(ImageFormat.SVG)
        : Sniffer.formatOf(head);
  }

  /** Half-finished uploads leave empty pictures; handed on, they would be cached for a year. */
  private static boolean isPicture(Found found, FetchRequest request) {
    return isPixels(request.mode()) && found.info().contentType().startsWith("image/");
  }

  private static boolean isPixels(Mode mode) {
    return mode == Mode.DECODE || mode == Mode.DRAW;
  }

  private record Opened(Found found, HeadedStream stream, Optional<ImageFormat> format) {}

  private Future<Fetched> taken(Link link, FetchQuery query, Opened opened) {
    return switch (request.mode()) {
      case DECODE, DRAW -> forDecoding(link, query, opened);
      case FILE ->
          read(link, opened)
              .map(bytes -> new Fetched.File(link.origin().id(), opened.found().info(), bytes));
      case STREAM, HEAD ->
          Future.succeededFuture(
              streaming(link, opened.found().info(), opened.stream(), opened.format()));
    };
  }

  private Future<Fetched> forDecoding(Link link, FetchQuery query, Opened opened) {
    Optional<ImageFormat> image = opened.format().filter(this::isWanted);
    if (image.isPresent()) {
      return read(link, opened)
          .map(
              bytes ->
                  new Fetched.Whole(link.origin().id(), opened.found().info(), bytes, image.get()));
    }
    Fetched all = streaming(link, opened.found().info(), opened.stream(), opened.format());
    if (request.range().isEmpty()) {
      return Future.succeededFuture(all);
    }
    return link.origin()
        .fetch(query.withRange(request.range()).withoutValidators())
        .map(
            second -> {
              if (!(second instanceof Found part)) {
                return all;
              }
              if (part.info().contentRange().isEmpty()) {
                part.body().close();
                return all;
              }
              opened.found().body().close();
              return streaming(link, part.info(), headed(link, part), opened.format());
            });
  }

  private boolean isWanted(ImageFormat format) {
    return Sniffer.decodable(format) || (request.mode() == Mode.DRAW && Sniffer.drawable(format));
  }

  /** The bytes belong to the request's scope. */
  private Future<ImageBytes> read(Link link, Opened opened) {
    MemoryIntake intake =
        request
            .scope()
            .adopt(new MemoryIntake(budget, link.standing().arriving(), request.maxBytes()));
    return intake
        .read(opened.found().info().length(), opened.stream())
        .onComplete(_ -> opened.found().body().close())
        .map(bytes -> request.scope().adopt(bytes));
  }

  /** A body is closed at once if the client has left: there is nothing to read then. */
  private HeadedStream headed(Link link, Found found) {
    request.scope().adopt(found.body());
    if (request.scope().isClosed()) {
      throw new FaultException(new Fault.ClientGone());
    }
    return HeadedStream.of(found.info(), found.body(), counters.apply(link.origin().id()));
  }

  private Fetched streaming(
      Link link, SourceInfo info, HeadedStream stream, Optional<ImageFormat> format) {
    stream.failIfStalledFor(link.limit());
    SourceBody body = request.scope().adopt(stream.asBody());
    return new Fetched.Streaming(link.origin().id(), info, body, format);
  }
}
