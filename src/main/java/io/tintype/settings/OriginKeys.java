package io.tintype.settings;

import io.tintype.config.Catalog;
import io.tintype.config.Group;
import io.tintype.config.Key;
import io.tintype.config.Secret;
import io.tintype.config.ValueType;
import io.tintype.config.Values;
import io.tintype.origin.AssetNames;
import io.tintype.origin.OriginConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys of origins. */
final class OriginKeys {
  private static final ValueType<String> HEADER_NAME =
      Values.text(
          "header name",
          "a name a header can have, such as x-focus",
          "[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  static final Key<URI> CANONICAL_BASE_URL =
      Key.of(
          "canonicalBaseUrl",
          Values.BASE_URL,
          "Adds `Link: <base/path>; rel=\"canonical\"` to answers from this origin.");

  static final Key<String> PATH =
      Key.of(
              "path",
              Values.TEXT,
              "The directory. A relative one starts at the directory of the configuration file.")
          .mandatory();

  static final Key<URI> BASE_URL =
      Key.of(
              "baseUrl",
              Values.BASE_URL,
              "Base of the source's URL; may have a path. The query of the request is forwarded.")
          .mandatory();
  static final Key<Boolean> FORWARD_HOST =
      Key.of(
              "forwardHost",
              Values.FLAG,
              "Whether the server sees the host the client asked for instead of its own.")
          .orElse("false");
  static final Key<Map<String, String>> HEADERS =
      Key.of("headers", Values.mapOf(Values.TEXT), "Headers sent with every request.");
  static final Key<String> FOCUS_HEADER =
      focusHeader(
          OriginConfig.FOCUS_HEADER,
          "Header of the server's answers that holds the area `fo-custom` is about, as"
              + " `x,y,width,height`.");
  static final Key<List<String>> ALLOWED_HOSTS =
      Key.of(
              "allowedHosts",
              Values.listOf(
                  Values.text(
                      "host",
                      "a host name, or *. and a domain, with an optional :port",
                      "(\\*\\.)?" + EndpointKeys.HOST_NAME + "(:[0-9]{1,5})?")),
              "Hosts that may be read: names, or `*.` and a domain whose subdomains are meant; with"
                  + " `:port` for another port than the scheme's own. Must not be empty.")
          .mandatory();

  static final Key<String> BUCKET =
      Key.of(
              "bucket",
              Values.text(
                  "bucket name",
                  "a bucket name: 3 to 63 letters, digits, '.', '-' or '_'",
                  "[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]"),
              "Name of the bucket.")
          .mandatory();
  static final Key<String> FOLDER =
      Key.of("folder", Values.TEXT, "Prefix of every object key; `/` = the bucket's root.")
          .orElse("/");
  static final Key<String> REGION =
      Key.of(
              "region",
              Values.text("region", "a region such as eu-west-1", "[a-z0-9-]{1,63}"),
              "Region the signature is made for.")
          .orElse("us-east-1");
  static final Key<URI> ENDPOINT =
      Key.of(
          "endpoint",
          Values.BASE_URL,
          "Base URL of the service, for S3-compatibles; absent = AWS's own for the region.");
  static final Key<Boolean> PATH_STYLE =
      Key.of("pathStyle", Values.FLAG, "`endpoint/bucket/key` instead of `bucket.endpoint/key`.")
          .orElse("false");
  static final Key<Boolean> ENCODE_KEYS =
      Key.of(
              "encodeKeys",
              Values.FLAG,
              "Percent-encodes each segment of the key before the fetch: `image+a.jpg` in the URL"
                  + " reads `image%2Ba.jpg` in the bucket.")
          .orElse("false");
  static final Key<String> OBJECT_FOCUS_HEADER =
      focusHeader(
          OriginConfig.Bucket.FOCUS_HEADER,
          "Header that holds the area `fo-custom` is about, as `x,y,width,height`: `x-amz-meta-`"
              + " and the name of the object's metadata.");
  static final Key<Secret> ACCESS_KEY =
      Key.of(
          "accessKey",
          Values.SECRET,
          "Access key id; absent, together with `secretKey`, = the AWS default credential chain.");
  static final Key<Secret> SECRET_KEY = Key.of("secretKey", Values.SECRET, "Secret access key.");
  static final Key<Secret> SESSION_TOKEN =
      Key.of("sessionToken", Values.SECRET, "Session token of temporary keys.");

  static final Key<String> DEFAULT_TYPE =
      Key.of(
              "defaultType",
              Values.text(
                  "type", "an asset and a delivery type such as image/upload", "[a-z]+/[a-z_0-9]+"),
              "Asset and delivery type where neither `folder` nor the path names them.")
          .orElse("image/upload");
  static final Key<Duration> LISTING_TTL =
      Key.of(
              "listingTtl",
              Values.DURATION,
              "How long a listing is remembered; one that found nothing a tenth of it.")
          .orElse("5m");

  static final Key<String> LAYOUT =
      Key.of(
              "layout",
              Values.oneOf("endpoint", "types", "public-id", "cloudinary"),
              "What the origin calls the assets of Cloudinary's URLs: `types` ="
                  + " `image/upload/<public id>.<extension>`, `public-id` = the same without the"
                  + " types, `endpoint` = what `keepAssetAndDeliveryTypes` says; without extension"
                  + " where there is none of the name. `cloudinary` = as Cloudinary itself, which"
                  + " is asked for originals, and for remote ones through `image/fetch`; needless"
                  + " for hosts of `cloudinary.com`.")
          .orElse("endpoint");

  /** Of stores that are near, and charge little for a question. */
  static final Key<List<String>> EXTENSIONS =
      extensions(" Each is a question more for sources that are not there at all.")
          .orElse(String.join(",", AssetNames.OF_STORE.extensions()));

  /** Of other people's servers. */
  static final Key<List<String>> SERVER_EXTENSIONS =
      extensions(" Each is a request more.").orElse("");

  static final Key<Duration> CONNECT =
      Key.of("connect", Values.DURATION, "For a connection, TLS included.").orElse("2s");
  static final Key<Duration> TOTAL =
      Key.of(
              "total",
              Values.DURATION,
              "For the whole answer of one attempt. `limits.fetchTime` is shared by all origins of"
                  + " an endpoint and may end it earlier.")
          .orElse("8s");
  static final Group TIMEOUTS =
      Group.of("timeouts", "How long to wait for this origin.", CONNECT, TOTAL);

  static final Group S3 =
      Group.of(
          "s3",
          "A bucket of S3 or a compatible; object keys are the paths of URLs.",
          BUCKET,
          FOLDER,
          LAYOUT,
          EXTENSIONS,
          REGION,
          ENDPOINT,
          PATH_STYLE,
          ENCODE_KEYS,
          OBJECT_FOCUS_HEADER,
          ACCESS_KEY,
          SECRET_KEY,
          SESSION_TOKEN,
          CANONICAL_BASE_URL,
          TIMEOUTS,
          ProtectionKeys.MAX_CONCURRENT,
          ProtectionKeys.BREAKER);
  static final Group CLOUDINARY_BACKUP =
      Group.of(
          "cloudinary-backup",
          "A bucket Cloudinary writes its backups to. `folder` may end at the cloud name or include"
              + " asset and delivery type (`/res/acme/image/upload`).",
          BUCKET,
          FOLDER,
          REGION,
          ENDPOINT,
          PATH_STYLE,
          ENCODE_KEYS,
          OBJECT_FOCUS_HEADER,
          ACCESS_KEY,
          SECRET_KEY,
          SESSION_TOKEN,
          DEFAULT_TYPE,
          LISTING_TTL,
          CANONICAL_BASE_URL,
          TIMEOUTS,
          ProtectionKeys.MAX_CONCURRENT,
          ProtectionKeys.BREAKER);
  static final Group WEB_SERVER =
      Group.of(
          "web-server",
          "A web server.",
          BASE_URL,
          LAYOUT,
          SERVER_EXTENSIONS,
          FORWARD_HOST,
          HEADERS,
          FOCUS_HEADER,
          CANONICAL_BASE_URL,
          TIMEOUTS,
          ProtectionKeys.MAX_CONCURRENT,
          ProtectionKeys.BREAKER);
  static final Group WEB_PROXY =
      Group.of(
          "web-proxy",
          "Any web server of a list, named by an absolute URL in the path.",
          ALLOWED_HOSTS,
          HEADERS,
          FOCUS_HEADER,
          CANONICAL_BASE_URL,
          TIMEOUTS,
          ProtectionKeys.MAX_CONCURRENT,
          ProtectionKeys.BREAKER);
  static final Group FOLDER_TYPE =
      Group.of(
          "folder", "A directory of this machine.", PATH, LAYOUT, EXTENSIONS, CANONICAL_BASE_URL);

  static final Catalog CATALOG =
      Catalog.of(
          "origins",
          "Where sources are read from; endpoints name them in order of preference.",
          FOLDER_TYPE,
          WEB_SERVER,
          WEB_PROXY,
          S3,
          CLOUDINARY_BACKUP);

  private OriginKeys() {}

  private static Key<List<String>> extensions(String cost) {
    return Key.of(
        "extensions",
        Values.listOf(Values.text("extension", "an extension such as jpg", "[A-Za-z0-9]{1,8}")),
        "Under which other extensions the pictures of Cloudinary's URLs are looked for, where"
            + " neither the name in the URL nor the same without extension is there: Cloudinary"
            + " keeps formats apart from names."
            + cost);
  }

  private static Key<String> focusHeader(String usual, String help) {
    return Key.of("focusHeader", HEADER_NAME, help).orElse(usual);
  }
}
