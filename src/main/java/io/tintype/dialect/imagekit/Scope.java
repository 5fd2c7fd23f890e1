package io.tintype.dialect.imagekit;

import io.tintype.model.Expression.Subject;
import java.util.Set;

/** Whose sizes arithmetic may use in a place. */
enum Scope {
  /** The picture of the URL. */
  PICTURE(Set.of(Subject.INITIAL, Subject.CURRENT)),
  /** A picture that is put on another one. */
  LAYER(Set.of(Subject.INITIAL, Subject.CURRENT, Subject.BASE)),
  /** What has no size yet: words and blocks. */
  UNSIZED(Set.of(Subject.BASE));

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Subject> subjects;

  Scope(Set<Subject> subjects) {
    this.subjects = subjects;
  }

  boolean knows(Subject subject) {
    return subjects.contains(subject);
  }
}
