package io.tintype.dialect.cloudinary;

import java.util.Optional;
import java.util.OptionalInt;

/** What a chain says about how an asset is found and handed over. */
final class DeliveryDraft {
  private Optional<String> defaultImage = Optional.empty();
  private OptionalInt page = OptionalInt.empty();
  private boolean attachment;
  private String fileName = "";
  private boolean original;
  private boolean immutable;
  private boolean described;
  private boolean sanitised;

  /** The public id of the picture shown when the asset is missing. */
  void defaultImage(String publicId) {
    defaultImage = Optional.of(publicId);
  }

  void page(int number) {
    page = OptionalInt.of(number);
  }

  /** To be saved, under this name; empty = its own. */
  void attachment(String name) {
    attachment = true;
    fileName = name;
  }

  void original() {
    original = true;
  }

  /** Never to be asked for again. */
  void immutable() {
    immutable = true;
  }

  /** To be told of, not shown. */
  void described() {
    described = true;
  }

  /** Without anything that could do harm, if it is an SVG. */
  void sanitised() {
    sanitised = true;
  }

  boolean isSanitised() {
    return sanitised;
  }

  boolean isDescribed() {
    return described;
  }

  Optional<String> defaultImage() {
    return defaultImage;
  }

  OptionalInt page() {
    return page;
  }

  boolean isImmutable() {
    return immutable;
  }

  boolean isOriginal() {
    return original;
  }

  /**
   * The file name to offer; empty = the answer is to be shown.
   *
   * @param own name of the asset, extension included
   */
  Optional<String> fileName(String own) {
    if (!attachment) {
      return Optional.empty();
    }
    String last = own.substring(own.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    boolean bare = !fileName.isEmpty() && fileName.indexOf('.') < 0 && dot > 0;
    String name = fileName.isEmpty() ? last : bare ? fileName + last.substring(dot) : fileName;
    return Optional.of(name);
  }
}
