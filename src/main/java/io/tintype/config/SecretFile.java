package io.tintype.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The twin of a secret's key, which names a file that holds the secret. */
record SecretFile(String name, String twin, Node.Fields fields, Surroundings surroundings) {
  static SecretFile of(String name, Node.Fields fields, Surroundings surroundings) {
    return new SecretFile(name, twin(name), fields, surroundings);
  }

  static String twin(String name) {
    return name + "File";
  }

  /** Whether a type has such a twin. */
  static boolean has(ValueType<?> type) {
    return type instanceof SecretType || (type instanceof ListType<?> list && list.ofSecrets());
  }

  /** The secret: the inline one, or the file's text without surrounding white space. */
  Optional<Secret> read(Optional<Secret> inline) {
    return isThere() ? text().map(Secret::new) : inline;
  }

  /** The secrets: the inline ones, or the file's lines, empty ones left out. */
  Optional<List<Secret>> readAll(Optional<List<Secret>> inline) {
    return isThere()
        ? text()
            .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()))
            .map(lines -> lines.map(Secret::new).toList())
        : inline;
  }

  private boolean isThere() {
    return fields.field(twin).isPresent();
  }

  private Optional<String> text() {
    Node node = fields.field(twin).orElseThrow();
    Problems problems = surroundings.problems();
    if (fields.field(name).isPresent()) {
      problems.report(node, "expected either " + name + " or " + twin + ", not both");
      return Optional.empty();
    }
    return Values.TEXT
        .read(node, problems)
        .flatMap(path -> text(node, surroundings.directory().resolve(path)));
  }

  private Optional<String> text(Node node, Path file) {
    try {
      String text = Files.readString(file).strip();
      if (!text.isEmpty()) {
        return Optional.of(text);
      }
      surroundings.problems().report(node, "the file is empty");
    } catch (IOException _) {
      surroundings.problems().report(node, "expected a text file that can be read");
    }
    return Optional.empty();
  }
}
