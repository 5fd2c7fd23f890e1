package io.tintype.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection to this machine that asks, waits and throws bodies away:
 * nothing of it costs enough to be seen beside the server.
 */
public final class Connection implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int NO_BODY_STATUS = 304;

  private final int port;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private Socket socket = new Socket();

  public Connection(int port) {
    this.port = port;
  }

  /** Asks for a path and returns the status once the whole body was read. */
  public int get(String path, String moreHeaders) throws IOException {
    try {
      return ask(path, moreHeaders);
    } catch (IOException broken) {
      socket.close();
      throw broken;
    }
  }

  private int ask(String path, String moreHeaders) throws IOException {
    if (!socket.isConnected() || socket.isClosed()) {
      connect();
    }
    String head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + moreHeaders;
    OutputStream out = socket.getOutputStream();
    out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return readAnswer(socket.getInputStream());
  }

  private void connect() throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    at = 0;
    end = 0;
  }

  private int readAnswer(InputStream in) throws IOException {
    String status = line(in);
    int code = Integer.parseInt(status.substring(status.indexOf(' ') + 1).substring(0, 3));
    long length = 0;
    boolean chunked = false;
    boolean closing = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Long.parseLong(header.substring("content-length:".length()).strip());
      }
      chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
      closing |= header.startsWith("connection:") && header.contains("close");
    }
    if (chunked) {
      skipChunks(in);
    } else if (code != NO_BODY_STATUS) {
      skip(in, length);
    }
    if (closing) {
      socket.close();
    }
    return code;
  }

  private void skipChunks(InputStream in) throws IOException {
    for (long size = chunk(in); size > 0; size = chunk(in)) {
      skip(in, size);
      line(in);
    }
    line(in);
  }

  private long chunk(InputStream in) throws IOException {
    return Long.parseLong(line(in).split(";", 2)[0].strip(), 16);
  }

  private void skip(InputStream in, long count) throws IOException {
    long left = count;
    while (left > 0) {
      fill(in);
      int taken = (int) Math.min(left, end - at);
      at += taken;
      left -= taken;
    }
  }

  private String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      fill(in);
      char next = (char) (buffer[at++] & 0xff);
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append(next);
      }
    }
  }

  private void fill(InputStream in) throws IOException {
    if (at < end) {
      return;
    }
    at = 0;
    end = in.read(buffer);
    if (end <= 0) {
      end = 0;
      socket.close();
      throw new IOException("the server closed the connection");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
