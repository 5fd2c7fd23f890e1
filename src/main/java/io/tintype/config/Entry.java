package io.tintype.config;

/** A declared key of the configuration: the one description reader, schema and docs share. */
public sealed interface Entry permits Key, Group, Catalog, Later {
  String name();

  /** What it means, in sentences that end with a full stop; Markdown. */
  String doc();
}
