package io.tintype.transform;

import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.NettyBuffers;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.model.PictureFacts;
import io.tintype.render.Checkpoint;
import io.tintype.sniff.Packed;
import io.tintype.sniff.PlainEntities;
import io.tintype.sniff.Preflight;
import io.tintype.sniff.Preview;
import io.tintype.sniff.Sniffer;
import io.tintype.svg.Sanitiser;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/** Jobs whose source is a drawing that stays one: it is not drawn, but sanitised. */
final class Sanitising {
  /** The document, its copy, and what is written, as texts. */
  private static final long COPIES = 6;

  /** Bytes of a document that is read and written within some tens of milliseconds. */
  private static final long SHORT = 1 << 20;

  private Sanitising() {}

  /** Whether a request is of this kind: it came to us although nothing says what to draw. */
  static boolean isAskedFor(TransformRequest request) {
    return Sniffer.drawable(request.format())
        && !FormatChoice.isNamed(request.transformation().output().format());
  }

  /** What it takes of memory, in bytes. */
  static long price(TransformRequest request) {
    return COPIES * longest(request);
  }

  /** Whether it may keep its thread for long. */
  static boolean isLong(TransformRequest request) {
    return longest(request) > SHORT;
  }

  /** How long the document may be once it is unpacked and its entities are put in, in bytes. */
  private static long longest(TransformRequest request) {
    MemorySegment source = request.source().memory();
    long document =
        Packed.is(source) || PlainEntities.areDeclared(source)
            ? Sanitiser.MOST_BYTES
            : request.source().size();
    return Math.min(Sanitiser.MOST_BYTES, document);
  }

  static Rendered sanitised(TransformRequest request, long queueNanos, Checkpoint checkpoint) {
    long start = System.nanoTime();
    if (request.rules().strict() && !request.transformation().steps().isEmpty()) {
      throw new FaultException(
          new Fault.UnsupportedSource(
              "The source is a drawing, which only a format of pixels makes a picture of."));
    }
    Preview preview =
        Preflight.read(request.format(), request.source().memory())
            .orElseThrow(() -> new FaultException(new Fault.CorruptSource()));
    byte[] document = document(request.source().memory());
    checkpoint.check();
    byte[] expanded =
        PlainEntities.expanded(document, Sanitiser.MOST_BYTES).orElseThrow(Sanitising::tooLong);
    byte[] clean = Sanitiser.sanitised(expanded, checkpoint::check);
    return new Rendered(
        NettyBuffers.copyOf(clean),
        new Medium.Picture(ImageFormat.SVG),
        preview.width(),
        preview.height(),
        1,
        new PictureFacts(
            ImageFormat.SVG, preview.width(), preview.height(), request.source().size()),
        List.of(),
        Optional.empty(),
        false,
        new Rendered.Timings(queueNanos, System.nanoTime() - start, 0));
  }

  private static byte[] document(MemorySegment file) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment document =
          Packed.is(file)
              ? Packed.content(file, Sanitiser.MOST_BYTES, arena).orElseThrow(Sanitising::tooLong)
              : file;
      if (document.byteSize() > Sanitiser.MOST_BYTES) {
        throw tooLong();
      }
      return document.toArray(ValueLayout.JAVA_BYTE);
    } catch (IOException _) {
      throw new FaultException(new Fault.CorruptSource());
    }
  }

  private static FaultException tooLong() {
    return new FaultException(
        new Fault.LimitExceeded(
            "sourceBytes",
            "The drawing is larger than the %d bytes that are sanitised."
                .formatted(Sanitiser.MOST_BYTES)));
  }
}
