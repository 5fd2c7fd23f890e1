package io.tintype.dialect.imagekit;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads which pages are asked for. */
final class PageReader {
  static final ValueReader<PageWish> PAGES =
      Values.of(
          "a page such as 2, pages such as 2_4-6, or layers such as name-\"a\"_\"b\"",
          PageReader::read);

  private static final String NAMES = "name-";
  private static final int LAST_PAGE = 999_999;

  /** Numbers or names in one list; longer ones cost time, and one page is shown of them. */
  private static final int MOST = 100;

  private PageReader() {}

  private static Optional<PageWish> read(String text) {
    return text.startsWith(NAMES)
        ? names(text.substring(NAMES.length())).map(PageWish.Names::new)
        : numbers(text).map(PageWish.Numbers::new);
  }

  private static Optional<List<PageWish.Pages>> numbers(String text) {
    String[] words = text.split("_", MOST + 1);
    if (words.length > MOST) {
      return Optional.empty();
    }
    List<PageWish.Pages> ranges = new ArrayList<>();
    for (String word : words) {
      Optional<PageWish.Pages> range = range(word);
      if (range.isEmpty()) {
        return Optional.empty();
      }
      ranges.add(range.get());
    }
    return Optional.of(ranges);
  }

  private static Optional<PageWish.Pages> range(String word) {
    int dash = word.indexOf('-');
    if (dash < 0) {
      return page(word).map(page -> new PageWish.Pages(page, OptionalInt.of(page)));
    }
    Optional<Integer> first = page(word.substring(0, dash));
    String end = word.substring(dash + 1);
    if (end.isEmpty()) {
      return first.map(page -> new PageWish.Pages(page, OptionalInt.empty()));
    }
    return first.flatMap(
        page ->
            page(end)
                .filter(last -> last >= page)
                .map(last -> new PageWish.Pages(page, OptionalInt.of(last))));
  }

  private static Optional<Integer> page(String word) {
    return Values.number(word)
        .filter(page -> page.scale() == 0 && page.signum() > 0)
        .filter(page -> page.compareTo(BigDecimal.valueOf(LAST_PAGE)) <= 0)
        .map(BigDecimal::intValueExact);
  }

  private static Optional<List<String>> names(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return Optional.empty();
    }
    List<String> names = List.of(text.substring(1, text.length() - 1).split("\"_\"", MOST + 1));
    boolean readable =
        names.size() <= MOST
            && names.stream().noneMatch(name -> name.isEmpty() || name.indexOf('"') >= 0);
    return readable ? Optional.of(names) : Optional.empty();
  }
}
