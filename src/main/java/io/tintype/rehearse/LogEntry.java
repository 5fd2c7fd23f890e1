package io.tintype.rehearse;

/** What a log has in one place. */
sealed interface LogEntry {
  /** A request. */
  record Request(LoggedRequest request) implements LogEntry {}

  /** Nothing to count: an empty line, a comment, a connection without a request. */
  record Nothing() implements LogEntry {}

  /** Something that does not belong in a log of this format. */
  record Unreadable() implements LogEntry {}
}
