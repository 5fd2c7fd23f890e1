package io.tintype.cli;

/** Turns an address to listen on into one to connect to. */
final class LocalHost {
  private LocalHost() {}

  static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0", "::", "[::]" -> "localhost";
      default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    };
  }
}
