package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private long now;
  private final RetryBudget budget = new RetryBudget(() -> now);

  @Test
  void paysForATenthOfTheRequestsAndAFewMore() {
    int retries = 0;
    for (int i = 0; i < 1_000; i++) {
      budget.requested();
      retries += budget.tryRetry() ? 1 : 0;
    }

    assertThat(retries).isBetween(100, 104);
  }

  @Test
  void paysNowAndThenForThoseWhoAreSeldomAsked() {
    while (budget.tryRetry()) {}
    now += Duration.ofSeconds(6).toNanos();
    budget.requested();

    assertThat(budget.tryRetry()).isTrue();
    assertThat(budget.tryRetry()).isFalse();
  }

  @Test
  void savesNoMoreThanAFew() {
    for (int i = 0; i < 100_000; i++) {
      budget.requested();
    }
    int retries = 0;
    while (budget.tryRetry()) {
      retries++;
    }

    assertThat(retries).isEqualTo(10);
  }
}
