package io.tintype.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Single requests whose answers are looked at. */
public final class Visit {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Visit() {}

  /** The answer to a URL; headers are names and values in turn. Anything but 200 is a failure. */
  public static HttpResponse<byte[]> of(String url, String... headers) {
    try {
      HttpResponse<byte[]> answer = send(URI.create(url), headers);
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(url + " answered " + answer.statusCode());
      }
      return answer;
    } catch (IOException broken) {
      throw new UncheckedIOException(url, broken);
    }
  }

  static boolean isOk(URI url) {
    try {
      return send(url).statusCode() == OK;
    } catch (IOException nothing) {
      return false;
    }
  }

  private static HttpResponse<byte[]> send(URI url, String... headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
