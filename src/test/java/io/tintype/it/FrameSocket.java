package io.tintype.it;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client of HTTP/2 over TLS that sends any frames, right or wrong (RFC 9113). */
final class FrameSocket implements AutoCloseable {
  /** RFC 9113, 6. */
  static final int DATA = 0;

  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  /** RFC 9113, 7. */
  static final int PROTOCOL_ERROR = 1;

  static final int ENHANCE_YOUR_CALM = 11;

  private static final int WITH_PRIORITY = 0x20;
  private static final int PRIORITY_LENGTH = 5;
  private static final byte STATUS_200 = (byte) 0x88;
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int FRAME_HEAD = 9;

  /** The gateway answers or hangs up within this; bar 1 of hardening. */
  private static final int PATIENCE_MILLIS = 12_000;

  /** So that what is not read soon stays with the server. */
  private static final int RECEIVED = 16 * 1024;

  /** What came from the server. */
  @SuppressWarnings("ArrayRecordComponent") // read by tests alone
  record Frame(int type, int flags, int stream, byte[] payload) {
    /** RFC 9113, 6.8. */
    int goAwayCode() {
      return ByteBuffer.wrap(payload).getInt(Integer.BYTES);
    }

    /** Whether it begins an answer with status 200, which is in the static table of RFC 7541. */
    boolean isOk() {
      int at = (flags & WITH_PRIORITY) == 0 ? 0 : PRIORITY_LENGTH;
      return type == HEADERS && payload[at] == STATUS_200;
    }
  }

  private final SSLSocket socket;
  private final DataInputStream in;

  private FrameSocket(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** Connects and says hello, with these settings. */
  static FrameSocket to(int port, SSLContext trusting, byte[] settings) throws IOException {
    Socket plain = new Socket();
    plain.setReceiveBufferSize(RECEIVED);
    plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    SSLSocket socket =
        (SSLSocket) trusting.getSocketFactory().createSocket(plain, "localhost", port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.startHandshake();
    FrameSocket open = new FrameSocket(socket);
    open.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
    open.write(frame(SETTINGS, 0, 0, settings));
    return open;
  }

  static FrameSocket to(int port, SSLContext trusting) throws IOException {
    return to(port, trusting, new byte[0]);
  }

  static byte[] frame(int type, int flags, int stream, byte[] payload) {
    return ByteBuffer.allocate(FRAME_HEAD + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  static byte[] frame(int type, int flags, int stream) {
    return frame(type, flags, stream, new byte[0]);
  }

  /** A setting (RFC 9113, 6.5.1). */
  static byte[] setting(int identifier, int value) {
    return ByteBuffer.allocate(6).putShort((short) identifier).putInt(value).array();
  }

  /** The headers of a request as HPACK has them, without tables of its own (RFC 7541, 6.2.2). */
  static byte[] get(String path) {
    byte[] target = path.getBytes(StandardCharsets.US_ASCII);
    byte[] host = "localhost".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(6 + target.length + host.length)
        .put((byte) 0x82) // :method GET
        .put((byte) 0x87) // :scheme https
        .put((byte) 0x04) // :path
        .put((byte) target.length)
        .put(target)
        .put((byte) 0x01) // :authority
        .put((byte) host.length)
        .put(host)
        .array();
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next frame; empty = the connection was closed. */
  Optional<Frame> read() throws IOException {
    try {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      return Optional.of(new Frame(type, flags, stream, in.readNBytes(length)));
    } catch (EOFException end) {
      return Optional.empty();
    }
  }

  /** Asks on a stream and tells whether the answer is 200. */
  boolean isServed(int stream, String path) throws IOException {
    write(frame(HEADERS, END_STREAM | END_HEADERS, stream, get(path)));
    return answer(stream).filter(Frame::isOk).isPresent();
  }

  /** What comes first on a stream, other frames being passed over; empty = a reset, or the end. */
  Optional<Frame> answer(int stream) throws IOException {
    for (Optional<Frame> next = read(); next.isPresent(); next = read()) {
      if (next.get().stream() == stream && next.get().type() != WINDOW_UPDATE) {
        return next.filter(frame -> frame.type() == HEADERS);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
