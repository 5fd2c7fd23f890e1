package io.tintype.fault;

import java.time.Duration;

/**
 * Why a delivery failed. Every fault says so in one plain sentence without native text, paths or
 * secrets. Not modified, absent and served-from-default are outcomes, not faults.
 */
public sealed interface Fault {
  /** How much of a text of the client's is repeated to it, in characters. */
  int MOST_REPEATED = 64;

  /** One sentence for the client. */
  String message();

  /** The URL cannot be read at all. */
  record MalformedUrl(String message) implements Fault {}

  /** A parameter has a value it cannot have (strict mode). */
  record InvalidArgument(String parameter, String value, String expected) implements Fault {
    @Override
    public String message() {
      return "Bad transformation request: %s is '%s', expected %s."
          .formatted(excerpt(parameter), excerpt(value), expected);
    }
  }

  /**
   * A parameter nobody knows or that is not supported yet (strict mode).
   *
   * @param reason in words that follow the parameter: {@code is unknown}
   */
  record UnknownParameter(String parameter, String reason) implements Fault {
    @Override
    public String message() {
      return "Bad transformation request: %s %s.".formatted(excerpt(parameter), reason);
    }
  }

  /** A named transformation that the configuration does not have. */
  record UnknownTransformation(String name) implements Fault {
    @Override
    public String message() {
      return "Bad transformation request: no transformation named '%s' is configured."
          .formatted(name);
    }
  }

  /** No endpoint answers for this host and path. */
  record EndpointUnknown() implements Fault {
    @Override
    public String message() {
      return "No URL endpoint is configured for this host and path.";
    }
  }

  /** Every origin said that it does not have the source. */
  record SourceNotFound() implements Fault {
    @Override
    public String message() {
      return "No origin of this endpoint has the requested source.";
    }
  }

  /** An origin, or a rule of ours, does not let this source be read. */
  record SourceNotAllowed(String message) implements Fault {}

  /** The URL is not signed as it has to be. */
  record SignatureRefused(Reason reason) implements Fault {
    @Override
    public String message() {
      return switch (reason) {
        case MISSING -> "This URL has to be signed.";
        case MALFORMED -> "The signature of this URL is malformed.";
        case EXPIRED -> "The signature of this URL has expired.";
        case WRONG -> "The signature of this URL does not match.";
      };
    }

    /** What is wrong with a signature. */
    public enum Reason {
      MISSING,
      MALFORMED,
      EXPIRED,
      WRONG
    }
  }

  /** A rule about referrers or user agents keeps this client out. */
  record CallerNotAllowed(String message) implements Fault {}

  /** The endpoint serves transformations of the configuration only. */
  record UnnamedTransformation() implements Fault {
    @Override
    public String message() {
      return "Bad transformation request: this endpoint serves named transformations only.";
    }
  }

  /** The picture of a layer cannot be had, or not be decoded; the source itself may be fine. */
  record LayerUnavailable(Fault why) implements Fault {
    @Override
    public String message() {
      String reason = why.message();
      return "A layer cannot be drawn: "
          + Character.toLowerCase(reason.charAt(0))
          + reason.substring(1);
    }
  }

  /** Only GET, HEAD and OPTIONS are served. */
  record MethodNotAllowed(String method) implements Fault {
    @Override
    public String message() {
      return "Method %s is not served here; use GET or HEAD.".formatted(method);
    }
  }

  /** A limit of the configuration is exceeded; {@code limit} is its key. */
  record LimitExceeded(String limit, String message) implements Fault {}

  /** The source is no image where one is needed, or of a kind we do not decode. */
  record UnsupportedSource(String message) implements Fault {}

  /** The source claims to be an image and cannot be decoded. */
  record CorruptSource() implements Fault {
    @Override
    public String message() {
      return "The source is damaged: it cannot be decoded as the image it claims to be.";
    }
  }

  /** The result cannot be written in the format asked for. */
  record UnsupportedOutput(String message) implements Fault {}

  /** The client has left; nobody reads the answer. */
  record ClientGone() implements Fault {
    @Override
    public String message() {
      return "The client closed the connection.";
    }
  }

  /** An origin refused our credentials. */
  record OriginRefused(String origin) implements Fault {
    @Override
    public String message() {
      return "Origin '%s' refused the gateway's credentials.".formatted(origin);
    }
  }

  /** An origin could not be reached or answered with a server error. */
  record OriginUnavailable(String origin) implements Fault {
    @Override
    public String message() {
      return "Origin '%s' could not deliver the source.".formatted(origin);
    }
  }

  /** Every broken origin was too slow. */
  record OriginTimeout(String origin, Duration after) implements Fault {
    @Override
    public String message() {
      return "Origin '%s' did not deliver the source in time.".formatted(origin);
    }
  }

  /** A bounded resource is used up. */
  record Overloaded(String resource) implements Fault {
    @Override
    public String message() {
      return "The gateway is at its capacity; please retry shortly.";
    }
  }

  /** The gateway is draining. */
  record ShuttingDown() implements Fault {
    @Override
    public String message() {
      return "The gateway is shutting down; please retry.";
    }
  }

  /** The request's time was used up in a stage of ours. */
  record DeadlineExceeded(String stage) implements Fault {
    @Override
    public String message() {
      return "The request took too long and was given up; please retry shortly.";
    }
  }

  /** A bug of ours; the details are in the log under the request id. */
  record Internal() implements Fault {
    @Override
    public String message() {
      return "Internal error; the log has the details under this request id.";
    }
  }

  private static String excerpt(String text) {
    return text.codePointCount(0, text.length()) <= MOST_REPEATED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_REPEATED)) + "\u2026";
  }
}
