package paperreviews.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which classes a JVM loaded, and when: what {@code -Xlog:class+load=info:file=…:uptimenanos}
 * wrote.
 */
final class ClassLog {
  private static final Pattern LINE = Pattern.compile("\\[(\\d+)ns\\] (\\S+) source: .*");

  private final List<String> classes = new ArrayList<>();
  private final List<Double> milliseconds = new ArrayList<>();

  private ClassLog() {}

  static ClassLog read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  static ClassLog of(List<String> lines) {
    var log = new ClassLog();
    for (var line : lines) {
      var matcher = LINE.matcher(line);
      if (matcher.matches()) {
        log.milliseconds.add(Long.parseLong(matcher.group(1)) / 1e6);
        log.classes.add(matcher.group(2));
      }
    }
    return log;
  }

  /** How many classes were loaded. */
  int count() {
    return classes.size();
  }

  /**
   * How long each phase took, in milliseconds: from the first class of its own until that of the
   * next, the last one until the last class. A phase whose class was never loaded is left out.
   *
   * @param firstClasses the phases in order, each with the class that is loaded when it starts; a
   *     phase may be named twice, and then has the sum
   */
  Map<String, Double> phases(List<Phase> firstClasses) {
    var found = new ArrayList<Phase>();
    for (var phase : firstClasses) {
      if (classes.contains(phase.firstClass)) {
        found.add(phase);
      }
    }
    var phases = new LinkedHashMap<String, Double>();
    for (int n = 0; n < found.size(); n++) {
      double from = n == 0 ? 0 : at(found.get(n));
      double to = n + 1 < found.size() ? at(found.get(n + 1)) : milliseconds.getLast();
      phases.merge(found.get(n).name, to - from, Double::sum);
    }
    return phases;
  }

  private double at(Phase phase) {
    return milliseconds.get(classes.indexOf(phase.firstClass));
  }

  /**
   * A part of a start.
   *
   * @param name what it does
   * @param firstClass the class that is loaded when it starts
   */
  record Phase(String name, String firstClass) {}
}
