package io.tintype.placeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbHashTest {
  @Test
  void saysTheMeanColorInItsFirstBytes() {
    byte[] white = new byte[8 * 8 * 4];
    Arrays.fill(white, (byte) 255);

    byte[] hash = ThumbHash.encode(8, 8, white);
    int header = (hash[0] & 0xff) | (hash[1] & 0xff) << 8 | (hash[2] & 0xff) << 16;

    assertThat(header & 63).isEqualTo(63); // all light
    assertThat((header >> 6) & 63).isEqualTo(32); // neither yellow nor blue
    assertThat((header >> 12) & 63).isEqualTo(32); // neither red nor green
    assertThat((header >> 18) & 31).isZero(); // and no contrast
    assertThat(header >> 23).isZero(); // nor alpha
  }

  @Test
  void takesAPictureThatIsClearAllOver() {
    byte[] hash = ThumbHash.encode(5, 9, new byte[5 * 9 * 4]);

    assertThat(hash[2] & 0x80).as("alpha").isNotZero();
    assertThat(hash[5] & 15).as("opacity").isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1, 0, 0", "101, 1, 404", "1, 101, 404", "2, 2, 15", "2, 2, 17"})
  void refusesWhatIsNoSmallPicture(int width, int height, int bytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThumbHash.encode(width, height, new byte[bytes]));
  }
}
