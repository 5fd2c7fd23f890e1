package io.tintype.routing;

import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.model.PercentEncoding;
import java.util.Optional;

/** Offers an answer for saving (RFC 6266, RFC 8187). */
final class ContentDisposition {
  private ContentDisposition() {}

  /**
   * The header's value.
   *
   * @param name file name, any text
   * @param medium what is delivered; its extension replaces that of an image format
   */
  static String attachment(String name, Optional<Medium> medium) {
    String file = medium.map(known -> withExtension(name, known)).orElse(name);
    String ascii = file.replaceAll("[^ !#-\\[\\]-~]", "_").replace('/', '_');
    String value = "attachment; filename=\"" + ascii + '"';
    return ascii.equals(file)
        ? value
        : value + "; filename*=UTF-8''" + PercentEncoding.encodeSegment(file);
  }

  private static String withExtension(String name, Medium medium) {
    int dot = name.lastIndexOf('.');
    Optional<ImageFormat> stated =
        dot < 0 ? Optional.empty() : ImageFormat.ofExtension(name.substring(dot + 1));
    if (stated.isPresent() && stated.equals(medium.picture())) {
      return name;
    }
    return (stated.isPresent() ? name.substring(0, dot) : name) + '.' + medium.extension();
  }
}
