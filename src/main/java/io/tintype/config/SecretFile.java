package io.tintype.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The twin of a secret's key, which names a file that holds the secret. */
record SecretFile(String name, String twin, Node.Fields fields, Surroundings surroundings) {
  static SecretFile of(String name, Node.Fields fields, Surroundings surroundings) {
    return new SecretFile(name, twin(name), fields, surroundings);
  }

  static String twin(String name) {
    return name + "File";
  }

  /** The secret: the inline one, or the file's text without surrounding white space. */
  Optional<Secret> read(Optional<Secret> inline) {
    Optional<Node> node = fields.field(twin);
    if (node.isEmpty()) {
      return inline;
    }
    Problems problems = surroundings.problems();
    if (fields.field(name).isPresent()) {
      problems.report(node.get(), "expected either " + name + " or " + twin + ", not both");
      return Optional.empty();
    }
    Optional<String> path = Values.TEXT.read(node.get(), problems);
    return path.flatMap(text -> readFile(node.get(), surroundings.directory().resolve(text)));
  }

  private Optional<Secret> readFile(Node node, Path file) {
    try {
      String text = Files.readString(file).strip();
      if (!text.isEmpty()) {
        return Optional.of(new Secret(text));
      }
      surroundings.problems().report(node, "the file is empty");
    } catch (IOException _) {
      surroundings.problems().report(node, "expected a text file that can be read");
    }
    return Optional.empty();
  }
}
