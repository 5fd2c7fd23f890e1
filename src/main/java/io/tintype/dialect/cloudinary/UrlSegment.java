package io.tintype.dialect.cloudinary;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a path between slashes.
 *
 * @param start where it begins in the path
 * @param text as the URL has it, not empty
 */
record UrlSegment(int start, String text) {
  /** The segments of a raw path; empty ones mean nothing to Cloudinary. */
  static List<UrlSegment> of(String rawPath) {
    List<UrlSegment> segments = new ArrayList<>();
    int start = 0;
    for (String text : rawPath.split("/", -1)) {
      if (!text.isEmpty()) {
        segments.add(new UrlSegment(start, text));
      }
      start += text.length() + 1;
    }
    return segments;
  }
}
