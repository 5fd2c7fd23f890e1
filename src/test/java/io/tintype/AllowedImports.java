package io.tintype;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of packages in {@code ARCHITECTURE.md}. The root package and {@code cli} are free. */
final class AllowedImports {
  private static final Pattern ROW = Pattern.compile("\\| (`.+`) \\| (`.+`|–) \\|");
  private static final Pattern NAME = Pattern.compile("`([a-z0-9.]+)`");
  private static final String ROOT = "io.tintype";

  private AllowedImports() {}

  static Map<String, Set<String>> read(Path file) {
    Map<String, Set<String>> allowed = new HashMap<>();
    for (String line : lines(file)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        Set<String> imports = names(row.group(2));
        names(row.group(1)).forEach(name -> allowed.put(name, imports));
      }
    }
    return allowed;
  }

  /** What is imported and not allowed, as sentences. */
  static Set<String> beyond(Map<String, Set<String>> allowed, JavaClasses all) {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : all) {
      String from = nameOf(type);
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (isOurs(target) && !isAllowed(allowed, from, nameOf(target))) {
          wrong.add(type.getName() + " may not use " + target.getName());
        }
      }
    }
    return wrong;
  }

  private static boolean isAllowed(Map<String, Set<String>> allowed, String from, String to) {
    return from.equals(to)
        || from.equals("cli")
        || (from.isEmpty() && !to.equals("cli"))
        || allowed.getOrDefault(from, Set.of()).contains(to);
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static String nameOf(JavaClass type) {
    String name = type.getPackageName().substring(ROOT.length());
    return name.isEmpty() ? name : name.substring(1);
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
