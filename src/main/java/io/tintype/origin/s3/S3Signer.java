package io.tintype.origin.s3;

import io.tintype.model.PercentEncoding;
import io.tintype.origin.HttpTarget;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs requests with version 4 of AWS's signature, by the AWS library's own signer. */
final class S3Signer {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /** The headers that make a request without a body a signed one. */
  Map<String, String> headers(
      HttpMethod method, HttpTarget target, String region, AwsCredentialsIdentity credentials) {
    SdkHttpRequest unsigned = unsigned(method, target);
    SdkHttpRequest signed =
        signer
            .sign(
                sign ->
                    sign.identity(credentials)
                        .request(unsigned)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        // Keys are used as they are: encoded once, dots and slashes kept.
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
            .request();
    Map<String, String> headers = new HashMap<>();
    signed.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
    return headers;
  }

  private static SdkHttpRequest unsigned(HttpMethod method, HttpTarget target) {
    int mark = target.uri().indexOf('?');
    String path = mark < 0 ? target.uri() : target.uri().substring(0, mark);
    String query = mark < 0 ? "" : target.uri().substring(mark + 1);
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method.name()))
            .protocol(target.tls() ? "https" : "http")
            .host(target.host())
            .port(target.port())
            .encodedPath(path);
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        request.appendRawQueryParameter(
            pair.substring(0, equals),
            PercentEncoding.decode(pair.substring(equals + 1)).orElseThrow());
      }
    }
    return request.build();
  }
}
