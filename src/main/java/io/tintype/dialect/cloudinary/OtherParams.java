package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import java.util.List;
import java.util.stream.Stream;

/** What is known and left out. */
final class OtherParams {
  private static final List<String> OF_VIDEOS =
      List.of("ac", "af", "br", "dl", "du", "eo", "fps", "ki", "so", "sp", "vc", "vs");

  static final List<Param<ComponentDraft>> REPORTED =
      Stream.concat(
              OF_VIDEOS.stream()
                  .map(key -> Param.named(key).<ComponentDraft>reported("is of videos")),
              Stream.of(
                  Param.named("fn").<ComponentDraft>reported("is a function of one's own"),
                  Param.named("if").<ComponentDraft>later()))
          .toList();

  /** What changes nothing: prefixes of sprites, and a range of light nobody has yet. */
  static final List<String> WITHOUT_EFFECT = List.of("p", "dr");

  private OtherParams() {}
}
