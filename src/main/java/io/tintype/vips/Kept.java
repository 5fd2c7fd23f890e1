package io.tintype.vips;

/** What of an image's metadata a saver writes. */
public enum Kept {
  NOTHING("none"),
  /** The colour profile. */
  PROFILE("icc"),
  /** All that the format has a place for. */
  EVERYTHING("all");

  private final String nickname;

  Kept(String nickname) {
    this.nickname = nickname;
  }

  /** The value of {@code keep}, a flag of savers. */
  String nickname() {
    return nickname;
  }
}
