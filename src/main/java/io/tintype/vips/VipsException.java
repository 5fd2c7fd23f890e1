package io.tintype.vips;

import java.io.Serial;

/**
 * libvips refused to do something. The log text may belong to another thread's failure, since
 * libvips has one error buffer for all: it is for the log only, and nothing may be decided by it.
 */
public final class VipsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String operation;
  private final String logText;

  public VipsException(String operation, String logText) {
    super(operation + ": " + logText);
    this.operation = operation;
    this.logText = logText;
  }

  /** Nickname of the operation that failed. */
  public String operation() {
    return operation;
  }

  /** What libvips had in its error buffer; never for clients. */
  public String logText() {
    return logText;
  }
}
