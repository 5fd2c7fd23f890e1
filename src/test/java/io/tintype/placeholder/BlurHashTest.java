package io.tintype.placeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlurHashTest {
  @Test
  void writesAColorAsItsNumber() {
    byte[] white = new byte[3 * 3 * 3];
    Arrays.fill(white, (byte) 255);

    assertThat(BlurHash.encode(1, 1, 3, 3, new byte[27])).isEqualTo("000000");
    assertThat(BlurHash.encode(1, 1, 3, 3, white)).isEqualTo("00TSUA"); // 0xffffff in base 83
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 6", "4, 3, 28", "9, 9, 166"})
  void hasTwoCharactersForEveryWave(int across, int down, int length) {
    assertThat(BlurHash.encode(across, down, 2, 5, new byte[30])).hasSize(length);
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 1, 1, 3", "4, 10, 1, 1, 3", "4, 3, 0, 1, 0", "4, 3, 1, 1, 4", "1, 1, 1, 0, 0"})
  void refusesWhatIsNoPicture(int across, int down, int width, int height, int bytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurHash.encode(across, down, width, height, new byte[bytes]));
  }
}
