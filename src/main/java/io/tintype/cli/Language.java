package io.tintype.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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

  private String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a language of the command line, in letters of any case. */
  static final class Named implements ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return Arrays.stream(values())
          .filter(language -> language.option().equalsIgnoreCase(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      Arrays.stream(values())
                          .map(Language::option)
                          .collect(
                              Collectors.joining(
                                  " or ", "it has to be ", ", not '" + value + "'"))));
    }
  }
}
