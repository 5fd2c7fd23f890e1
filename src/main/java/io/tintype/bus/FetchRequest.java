package io.tintype.bus;

import io.tintype.bytes.RequestScope;
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginId;
import io.tintype.origin.Validators;
import java.util.List;

/**
 * Asks the fetch stage for a source.
 *
 * @param source what is wanted
 * @param preference the endpoint's origins, in the order to try them
 * @param known where a state we have already came from; {@link Known#NOTHING} = we have none
 * @param mode what shall become of the bytes
 * @param range value of the client's {@code Range} header, for sources that are streamed; empty =
 *     whole
 * @param publicHost host the client asked for
 * @param maxBytes largest source that may be read whole
 */
public record FetchRequest(
    RequestScope scope,
    Deadline deadline,
    String requestId,
    SourceRef source,
    List<OriginId> preference,
    Known known,
    Mode mode,
    String range,
    String publicHost,
    long maxBytes)
    implements StageMessage {
  /** What shall become of the bytes. */
  public enum Mode {
    /** Read whole if it is an image we decode, else streamed. */
    DECODE,
    /** Read whole if it is an image we decode or draw, else streamed. */
    DRAW,
    /** Read whole whatever it is. */
    FILE,
    /** Streamed whatever it is. */
    STREAM,
    /** Only what the origin says of it. */
    HEAD
  }

  /** A state of the source that we have already, and the origin it came from. */
  public record Known(OriginId origin, Validators validators) {
    public static final Known NOTHING = new Known(new OriginId(""), Validators.NONE);
  }
}
