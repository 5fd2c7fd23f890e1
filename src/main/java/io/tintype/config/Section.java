package io.tintype.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A block of the file while it is read, together with its declaration. */
public final class Section {
  private final Group declared;
  private final Node.Fields fields;
  private final Surroundings surroundings;

  private Section(Group declared, Node.Fields fields, Surroundings surroundings) {
    this.declared = declared;
    this.fields = fields;
    this.surroundings = surroundings;
  }

  /** Opens a block and reports keys that are not declared or not supported yet. */
  static Section open(Group declared, Node node, Surroundings surroundings) {
    Section section = new Section(declared, asFields(node, surroundings), surroundings);
    KeyCheck.of(declared).check(section.fields, surroundings.problems());
    return section;
  }

  private static Node.Fields asFields(Node node, Surroundings surroundings) {
    if (node instanceof Node.Fields fields) {
      return fields;
    }
    if (!(node instanceof Node.Nothing) && !(node instanceof Node.Unresolved)) {
      surroundings.problems().report(node, "expected a block of keys");
    }
    return new Node.Fields(node.path(), node.line(), Map.of());
  }

  /** The value of a key that has a default. */
  public <T> T get(Key<T> key) {
    return find(key).orElseGet(key::fallbackValue);
  }

  /** The value of a key, or another one. */
  public <T> T get(Key<T> key, T otherwise) {
    return find(key).orElse(otherwise);
  }

  /** The value of a key; empty if it is absent, or wrong, which is reported. */
  public <T> Optional<T> find(Key<T> key) {
    known(key);
    Optional<Node> node = fields.field(key.name());
    if (node.isEmpty()) {
      if (key.required()) {
        report(key.name(), "missing; expected " + key.type().expected());
      }
      return Optional.empty();
    }
    return node.flatMap(value -> key.type().read(value, surroundings.problems()));
  }

  /** A secret, from the key itself or from the file its twin {@code …File} names. */
  public Optional<Secret> secret(Key<Secret> key) {
    Optional<Secret> inline = find(key);
    return SecretFile.of(key.name(), fields, surroundings).read(inline);
  }

  /** Several secrets, from the key itself or from the lines of the file its twin names. */
  public List<Secret> secrets(Key<List<Secret>> key) {
    Optional<List<Secret>> inline = find(key);
    return SecretFile.of(key.name(), fields, surroundings).readAll(inline).orElse(List.of());
  }

  /** A block below this one; an absent one is empty. */
  public Section section(Group group) {
    known(group);
    Node node =
        fields
            .field(group.name())
            .orElseGet(() -> new Node.Nothing(pathOf(group.name()), fields.line()));
    return open(group, node, surroundings);
  }

  /** Whether there is anything under a key. */
  public boolean has(Entry entry) {
    return fields.field(entry.name()).isPresent();
  }

  /** Whether a secret is set, in either way, readable or not. */
  public boolean hasSecret(Key<?> key) {
    return has(key) || fields.field(SecretFile.twin(key.name())).isPresent();
  }

  /** All blocks of a catalog, in the order of the file; the group of each says its type. */
  public List<Section> all(Catalog catalog) {
    known(catalog);
    Optional<Node> node = fields.field(catalog.name());
    List<Section> sections = new ArrayList<>();
    if (node.isPresent()) {
      for (Node entry : asFields(node.get(), surroundings).fields().values()) {
        CatalogEntry.of(catalog, entry, surroundings)
            .ifPresent(
                group -> sections.add(open(group, catalog.withoutType(entry), surroundings)));
      }
    }
    return sections;
  }

  /** The names in a catalog, of wrong blocks as well. */
  public Set<String> names(Catalog catalog) {
    known(catalog);
    return fields.field(catalog.name()).map(Section::keys).orElse(Set.of());
  }

  /** The last part of the path: the name the user gave a block of a catalog. */
  public String name() {
    return fields.path().substring(fields.path().lastIndexOf('.') + 1);
  }

  /** Which declaration the block follows. */
  public Group declared() {
    return declared;
  }

  /** A path in the file system, relative ones starting at the directory of the file. */
  public Path resolve(String path) {
    return surroundings.directory().resolve(path).normalize();
  }

  /** Reports something about a key; the value is shown as the file has it. */
  public void report(String key, String expectation) {
    Optional<Node> node = fields.field(key);
    if (node.isPresent()) {
      surroundings.problems().report(node.get(), expectation);
      return;
    }
    surroundings.problems().report(pathOf(key), fields.line(), null, expectation);
  }

  /** Reports something about an item of a list or a field of a map. */
  public void report(String key, Object indexOrName, String expectation) {
    Optional<Node> node =
        fields
            .field(key)
            .flatMap(
                whole ->
                    switch (whole) {
                      case Node.Items items when indexOrName instanceof Integer index ->
                          Optional.of(items.items().get(index));
                      case Node.Fields map when indexOrName instanceof String name ->
                          map.field(name);
                      default -> Optional.empty();
                    });
    node.ifPresentOrElse(
        found -> surroundings.problems().report(found, expectation),
        () -> report(key, expectation));
  }

  private static Set<String> keys(Node node) {
    return node instanceof Node.Fields named ? named.fields().keySet() : Set.of();
  }

  private String pathOf(String key) {
    return fields.path().isEmpty() ? key : fields.path() + "." + key;
  }

  private void known(Entry entry) {
    if (!declared.entries().contains(entry)) {
      throw new IllegalArgumentException(entry.name() + " is not declared in " + declared.name());
    }
  }
}
