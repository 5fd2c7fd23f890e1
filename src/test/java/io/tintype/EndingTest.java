package io.tintype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndingTest {
  private final Ending ending = new Ending();

  @Test
  void isAnnouncedOnce() {
    assertThat(ending.announce()).isTrue();
    assertThat(ending.announce()).isFalse();
    assertThat(ending.begin()).isTrue();
    assertThat(ending.begin()).isFalse();
  }

  @Test
  void isNotAnnouncedWhenItHasBegun() {
    assertThat(ending.begin()).isTrue();

    assertThat(ending.announce()).isFalse();
    assertThat(ending.future().isComplete()).isFalse();
  }
}
