package io.tintype.routing;

import io.tintype.cache.Variant;
import io.tintype.dialect.FaultStyle;
import io.tintype.model.ImageFormat;
import io.tintype.model.PictureFacts;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/**
 * What Cloudinary tells of a picture: beside it in {@code Server-Timing}, which tools of monitoring
 * read, and in its place where a URL asks for that ({@code fl_getinfo}).
 *
 * @param source what the picture was made from
 */
record ContentInfo(PictureFacts picture, PictureFacts source) {
  /** What scripts of other sites may read (MDN, "Access-Control-Expose-Headers"). */
  private static final String READABLE =
      "Content-Length,ETag,Server-Timing,Vary,X-Content-Type-Options";

  /** Of a picture that was made here; empty for everything else. */
  static Optional<ContentInfo> of(Variant variant) {
    Optional<ImageFormat> format = variant.medium().picture();
    return variant
        .measures()
        .filter(_ -> format.isPresent())
        .map(
            measures ->
                new ContentInfo(
                    new PictureFacts(
                        format.orElseThrow(),
                        measures.width(),
                        measures.height(),
                        variant.bytes().size()),
                    measures.source()));
  }

  /** Puts it in the headers of an answer, where the endpoint speaks Cloudinary's language. */
  static void describe(HttpServerResponse response, Answer.Picture answer) {
    if (answer.delivery().endpoint().dialect().faultStyle() == FaultStyle.CLOUDINARY) {
      response.putHeader("Access-Control-Expose-Headers", READABLE);
      of(answer.variant()).ifPresent(info -> response.putHeader("Server-Timing", info.timing()));
    }
  }

  /** The answer in place of the picture, if it is asked for. */
  static Optional<JsonObject> instead(Answer.Picture answer) {
    return answer.delivery().request().disposition().described()
        ? of(answer.variant()).map(ContentInfo::json)
        : Optional.empty();
  }

  private String timing() {
    StringBuilder text = new StringBuilder("content-info;desc=\"");
    append(text, "", picture);
    append(text.append(','), "o", source);
    return text.append('"').toString();
  }

  private JsonObject json() {
    return new JsonObject().put("input", json(source)).put("output", json(picture));
  }

  private static void append(StringBuilder text, String prefix, PictureFacts facts) {
    text.append(prefix).append("width=").append(facts.width());
    text.append(',').append(prefix).append("height=").append(facts.height());
    text.append(',').append(prefix).append("bytes=").append(facts.bytes());
    text.append(',').append(prefix).append("format=").append(format(facts));
  }

  private static JsonObject json(PictureFacts facts) {
    return new JsonObject()
        .put("width", facts.width())
        .put("height", facts.height())
        .put("bytes", facts.bytes())
        .put("format", format(facts));
  }

  /** Cloudinary's word, which is the extension. */
  private static String format(PictureFacts facts) {
    return facts.format().extension().toLowerCase(Locale.ROOT);
  }
}
