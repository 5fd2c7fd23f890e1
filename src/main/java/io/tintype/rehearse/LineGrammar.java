package io.tintype.rehearse;

/** How the lines of a log are read, one after the other. */
interface LineGrammar {
  LogEntry read(String line);
}
