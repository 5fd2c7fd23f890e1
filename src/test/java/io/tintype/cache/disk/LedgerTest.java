package io.tintype.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int BLOCK = 4096;

  private final Random random = new Random(1);

  @Test
  void countsWhatAPlainMapCounts() {
    Ledger ledger = new Ledger(Long.MAX_VALUE, Integer.MAX_VALUE, random);
    Map<FileName, Long> expected = new HashMap<>();

    for (int i = 0; i < 50_000; i++) {
      // Names that want the same few slots, so that probing and closing gaps are exercised.
      FileName name = new FileName(random.nextInt(3_000), random.nextInt(40));
      if (random.nextInt(3) > 0) {
        long blocks = 1L + random.nextInt(5);
        ledger.wrote(name, blocks * BLOCK - random.nextInt(BLOCK), START);
        expected.put(name, blocks * BLOCK);
      } else {
        ledger.gone(name);
        expected.remove(name);
      }
    }

    assertThat(ledger.files()).isEqualTo(expected.size());
    assertThat(ledger.bytes()).isEqualTo(expected.values().stream().mapToLong(v -> v).sum());
    expected.keySet().forEach(ledger::gone);
    assertThat(ledger.files()).isZero();
    assertThat(ledger.bytes()).isZero();
  }

  @Test
  void staysWithinFilesAndBytes() {
    Ledger ledger = new Ledger(1000L * BLOCK, 300, random);

    for (int i = 0; i < 5_000; i++) {
      ledger.wrote(name(i), 10_000, START.plusSeconds(i));
      evict(ledger);
      assertThat(ledger.files()).isLessThanOrEqualTo(300);
      assertThat(ledger.bytes()).isLessThanOrEqualTo(1000L * BLOCK);
    }

    assertThat(ledger.files()).isEqualTo(300);
  }

  @Test
  void keepsWhatIsUsedWhileAScanGoesThrough() {
    Ledger ledger = new Ledger(Long.MAX_VALUE, 1000, random);
    for (int i = 0; i < 900; i++) {
      ledger.wrote(name(i), 1, START);
      ledger.used(name(i), START.plusSeconds(1));
    }

    int lost = 0;
    for (int i = 0; i < 100_000; i++) {
      ledger.wrote(name(1000 + i), 1, START.plusSeconds(2 + i));
      for (Optional<FileName> out = ledger.victim(); out.isPresent(); out = ledger.victim()) {
        ledger.gone(out.get());
        lost += out.get().high() < 900 ? 1 : 0;
      }
    }

    assertThat(lost).isLessThan(90);
  }

  @Test
  void letsGoOfWhatWasUsedLongAgo() {
    Ledger ledger = new Ledger(Long.MAX_VALUE, 1000, random);
    for (int i = 0; i < 1000; i++) {
      ledger.found(name(i), 1, START.plusSeconds(random.nextInt(100)));
    }
    for (int i = 500; i < 1000; i++) {
      ledger.used(name(i), START.plusSeconds(1000));
    }

    int wrong = 0;
    for (int i = 0; i < 400; i++) {
      ledger.found(name(2000 + i), 1, START.plusSeconds(2000));
      FileName victim = ledger.victim().orElseThrow();
      ledger.gone(victim);
      wrong += victim.high() >= 500 ? 1 : 0;
    }

    assertThat(wrong).isLessThan(20);
  }

  @Test
  void marksUsesOnceInAWhile() {
    Ledger ledger = new Ledger(Long.MAX_VALUE, 10, random);
    ledger.wrote(name(1), 1, START);

    assertThat(ledger.used(name(1), START.plusSeconds(10))).isFalse();
    assertThat(ledger.used(name(1), START.plusSeconds(4000))).isTrue();
    assertThat(ledger.used(name(1), START.plusSeconds(4010))).isFalse();
    assertThat(ledger.used(name(2), START)).isFalse();
  }

  @Test
  void doesNotTakeAFileForOlderThanItKnows() {
    Ledger ledger = new Ledger(Long.MAX_VALUE, 10, random);
    ledger.wrote(name(1), 9000, START);

    ledger.found(name(1), 1, START.minusSeconds(1000));

    assertThat(ledger.bytes()).isEqualTo(3 * BLOCK);
  }

  private static void evict(Ledger ledger) {
    for (Optional<FileName> out = ledger.victim(); out.isPresent(); out = ledger.victim()) {
      ledger.gone(out.get());
    }
  }

  /** Numbers in the place where {@link FileName#high} shows them, spread by the other half. */
  private static FileName name(int number) {
    return new FileName(number, (number * 0x9E3779B97F4A7C15L) >>> 16);
  }
}
