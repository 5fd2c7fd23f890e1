package io.tintype.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskConfigTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"rwx------,false", "rwxr-xr-x,false", "rwxrwx---,true", "rwx----w-,true"})
  void tellsWhetherOthersCanWriteThere(String permissions, boolean exposed) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));

    assertThat(config(directory).exposure().isPresent()).isEqualTo(exposed);
  }

  @ParameterizedTest
  @CsvSource({"missing", "missing/deeper"})
  void findsNothingWrongWithWhatIsNotThere(String name) {
    assertThat(config(directory.resolve(name)).exposure()).isEqualTo(Optional.empty());
  }

  private static DiskConfig config(Path path) {
    return new DiskConfig(path, DiskConfig.LEAST_BYTES, 1);
  }
}
