package io.tintype.origin;

import io.tintype.model.SourceRef;
import java.util.regex.Pattern;

/** Recognises paths that would climb out of the place an origin was given. */
public final class DotSegments {
  /** Some servers take the backslash for a slash. */
  private static final Pattern CLIMBING =
      Pattern.compile("(?:^|.*[/\\\\])\\.{1,2}(?:[/\\\\].*|$)", Pattern.DOTALL);

  private DotSegments() {}

  /** Whether a segment of the decoded path is {@code .} or {@code ..}. */
  public static boolean in(SourceRef.Named source) {
    return CLIMBING.matcher(source.path()).matches();
  }
}
