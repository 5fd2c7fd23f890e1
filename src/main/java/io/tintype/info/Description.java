package io.tintype.info;

import io.tintype.bus.InspectRequest;
import io.tintype.bus.Inspected;
import io.tintype.model.ImageFormat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What is said of a picture, in the names ImageKit gives it. */
final class Description {
  /** Where the file says nothing: what the web takes for granted, and ImageKit answers. */
  private static final int USUAL_DENSITY = 72;

  /** ImageKit's answer where no quality can be told from the file. */
  private static final int UNKNOWN_QUALITY = 0;

  private Description() {}

  static JsonObject json(Picture picture, Inspected seen) {
    JsonObject json =
        new JsonObject()
            .put("height", seen.header().height())
            .put("width", seen.header().width())
            .put("size", picture.bytes().size())
            .put("format", name(picture.format()))
            .put("hasColorProfile", seen.profile())
            .put("quality", seen.header().quality().orElse(UNKNOWN_QUALITY))
            .put("density", seen.density().orElse(USUAL_DENSITY))
            .put("hasTransparency", seen.header().alpha())
            .put("exif", ExifReading.json(seen.exif()))
            .put("pHash", PerceptualHash.of(InspectRequest.SIDE, seen.pixels()))
            .put("frames", seen.header().frames());
    DominantColor.of(seen.pixels()).ifPresent(color -> json.put("dominantColor", color));
    picture.focus().ifPresent(area -> json.put("customCoordinates", area.text()));
    if (!picture.ignored().isEmpty()) {
      json.put("ignored", new JsonArray(picture.ignored()));
    }
    return json;
  }

  private static String name(ImageFormat format) {
    return format.extension();
  }
}
