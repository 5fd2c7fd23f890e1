package io.tintype.cli;

/** What commands exit with; documented in {@code docs/cli.md}. */
final class ExitCode {
  static final int FINE = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;

  private ExitCode() {}
}
