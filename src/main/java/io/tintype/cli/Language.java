package io.tintype.cli;

/** A language of URLs. */
enum Language {
  IMAGEKIT("ImageKit's"),
  CLOUDINARY("Cloudinary's");

  private final String possessive;

  Language(String possessive) {
    this.possessive = possessive;
  }

  Language other() {
    return this == IMAGEKIT ? CLOUDINARY : IMAGEKIT;
  }

  /** Whose it is. */
  String possessive() {
    return possessive;
  }
}
