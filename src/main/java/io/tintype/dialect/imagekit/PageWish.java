package io.tintype.dialect.imagekit;

import io.tintype.dialect.ValueReader;
import java.util.List;
import java.util.OptionalInt;

/** Which pages of a document or frames of an animation are asked for. */
sealed interface PageWish {
  String KEY = "pg";

  /**
   * By their numbers.
   *
   * @param ranges in the order of the URL, at least one
   */
  record Numbers(List<Pages> ranges) implements PageWish {
    public Numbers {
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * By what layers of a PSD file are called.
   *
   * @param names in the order of the URL, at least one
   */
  record Names(List<String> names) implements PageWish {
    public Names {
      names = List.copyOf(names);
    }
  }

  /**
   * Neighbours.
   *
   * @param first from 1
   * @param last not below the first; empty = all there are
   */
  record Pages(int first, OptionalInt last) {
    boolean areOne() {
      return last.equals(OptionalInt.of(first));
    }
  }

  /** {@code 3}, {@code 1_3}, {@code 2-4}, {@code 4-}, {@code 2_3-4}, {@code name-"a"_"b"}. */
  static ValueReader<PageWish> reader() {
    return PageReader.PAGES;
  }

  /** The one page that is shown, if one is named; what was asked for beyond it is reported. */
  default OptionalInt only(Usage usage) {
    return switch (this) {
      case Numbers(var ranges) -> {
        Pages first = ranges.getFirst();
        if (!first.areOne() || ranges.stream().anyMatch(other -> !other.equals(first))) {
          usage.unsupported("is not supported for several pages: only the first one is shown", KEY);
        }
        yield OptionalInt.of(first.first());
      }
      case Names _ -> {
        usage.unsupported(
            "is not supported: only PSD files name their layers, none is opened", KEY);
        yield OptionalInt.empty();
      }
    };
  }
}
