package io.tintype.origin.testing;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** A real S3 server on a socket, which checks signatures. */
public final class S3Server implements AutoCloseable {
  public static final String ACCESS_KEY = "AKIATEST";
  public static final String SECRET_KEY = "secret/with+signs";
  public static final String BUCKET = "pictures";

  private final BlobStore store = new TransientNio2BlobStore();
  private final S3Proxy proxy;

  public S3Server() throws Exception {
    this("");
  }

  /**
   * Starts a server.
   *
   * @param virtualHost below which buckets have hosts of their own; empty = path style
   */
  public S3Server(String virtualHost) throws Exception {
    store.createContainer(BUCKET);
    S3Proxy.Builder builder =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .stopTimeout(0)
            .jettyMaxThreads(8);
    if (!virtualHost.isEmpty()) {
      builder.virtualHost(virtualHost);
    }
    proxy = builder.build();
    proxy.start();
  }

  public int port() {
    return proxy.getPort();
  }

  public void put(String key, byte[] content) {
    put(key, content, "image/jpeg");
  }

  public void put(String key, byte[] content, String contentType) {
    store.putBlob(
        PutObjectRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .contentType(contentType)
            .contentLength((long) content.length)
            .build(),
        new ByteArrayInputStream(content));
  }

  /** Puts an object with user metadata. */
  public void put(String key, byte[] content, Map<String, String> metadata) {
    store.putBlob(
        PutObjectRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .contentLength((long) content.length)
            .metadata(metadata)
            .build(),
        new ByteArrayInputStream(content));
  }

  public void remove(String key) {
    store.removeBlob(BUCKET, key);
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
