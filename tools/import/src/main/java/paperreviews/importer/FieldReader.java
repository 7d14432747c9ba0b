package paperreviews.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.importer.Inline.Mark;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Title.Linked;
import paperreviews.importer.Title.Shape;

/** Reads the fields of a paper from the lines below its title. */
final class FieldReader {
  /** Between the title and the address there may be so many lines of authors and venue. */
  private static final int MAX_LINES_ABOVE_ADDRESS = 4;

  /** An entry such as 評価: ★★★ is no review yet. */
  private static final int MAX_PROPERTY = 40;

  private static final int MAX_JAPANESE_NAME = 12;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d{2})(?!\\d)");
  private static final Pattern DATE =
      Pattern.compile("(?:19|20)\\d{2}[-/.年]\\d{1,2}[-/.月](?:\\d{1,2}日?)?");
  private static final Pattern DOI = Pattern.compile("(?<doi>10\\.\\d{4,9}/[^\\s?#]+)");

  private static final String NAME_WORD =
      "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+|de|van|von|der|den|di|da|la|bin)";

  private static final Pattern NAME =
      Pattern.compile(
          NAME_WORD
              + "(?:[ -]"
              + NAME_WORD
              + "){1,4}(?: et al\\.?)?|(?:\\p{Lu}[\\p{L}'’-]+ )?et al\\.?");

  /** Between names and a venue: a dash, or a point that does not end an initial. */
  private static final Pattern SEGMENT_END =
      Pattern.compile("\\s+[-–—|]\\s+|(?<=\\w\\w)(?<!et al)\\.(?:\\s+|$)");

  private static final Pattern BY = Pattern.compile("^(?i:by)\\s+");

  private static final Pattern NAME_END = Pattern.compile("[,，、;；・]| and | & ");

  private final Title title;
  private final List<Linked> links = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private Optional<String> venue = Optional.empty();
  private Optional<Integer> year = Optional.empty();
  private Optional<String> doi = Optional.empty();
  private int end;

  private FieldReader(Title title) {
    this.title = title;
    this.end = title.at();
    AddressLine.brackets(title.text()).forEach(this::venue);
  }

  /** Reads the fields below a title, up to the review or a line where the paper ends. */
  static Fields below(Title title, List<Line> lines, int limit) {
    var reader = new FieldReader(title);
    title.links().forEach(reader::link);
    for (int at = title.at() + 1; at < limit; at++) {
      if (lines.get(at).hasText()) {
        if (!reader.reads(lines.get(at), lines.subList(at + 1, limit))) {
          break;
        }
        reader.end = at;
      }
    }
    return reader.fields();
  }

  /** What a line says below a heading that names authors, venue or date; nothing if it does not. */
  static Optional<Fields> named(Title heading, Line line) {
    var reader = new FieldReader(Title.NONE);
    reader.end = line.at();
    var text = ArticleText.strip(line.text());
    return Keyed.Field.of(AddressLine.withoutBrackets(heading.text()))
        .filter(
            field ->
                switch (field) {
                  case AUTHORS -> reader.names(text, true);
                  case VENUE -> reader.venue(text);
                  default -> reader.value(field, text);
                })
        .map(_ -> reader.fields());
  }

  /** What a single line says of a paper. */
  static Fields of(Line line, Title title) {
    var reader = new FieldReader(title);
    reader.reads(line, List.of());
    return reader.fields();
  }

  /** The words of the paper's own address are kept, unless they only lead to it. */
  private Fields fields() {
    var fields = new Fields(links, authors, venue, year, doi, remarks, end);
    links.stream()
        .filter(link -> fields.address().equals(Optional.of(link.address())))
        .map(Linked::words)
        .filter(words -> !AddressLine.isLabel(words) && !title.has(words))
        .filter(words -> !title.has(AddressLine.withoutBrackets(words)))
        .filter(words -> !fields.address().orElse("").endsWith(words))
        .forEach(remarks::addFirst);
    return fields;
  }

  /** Whether a text only names several people. */
  static boolean areNames(String text) {
    return new FieldReader(Title.NONE).names(text, false);
  }

  private boolean reads(Line line, List<Line> below) {
    if (!line.is(Kind.TEXT) && !line.is(Kind.BULLET)) {
      return false;
    }
    var address = AddressLine.of(line, title);
    if (address.isPresent()) {
      address.get().links().forEach(this::link);
      address.get().remarks().forEach(this::remark);
      return true;
    }
    int end = line.content().beginning(Mark.ITALIC).map(Inline.Span::end).orElse(0);
    var rest =
        new Line(line.at(), line.kind(), line.level(), line.source(), line.content().from(end));
    if (end > 0
        && AddressLine.of(rest, title).isPresent()
        && names(line.text().substring(0, end), true)) {
      return reads(rest, below);
    }
    var keyed = Keyed.of(line.content());
    if (keyed.isPresent() && keyed.get().field().isPresent()) {
      return value(keyed.get().field().get(), ArticleText.strip(keyed.get().value().text()));
    }
    if (isAboveEntries(line, below)) {
      return false;
    }
    if (line.is(Kind.BULLET)
        && keyed.isPresent()
        && links.isEmpty()
        && isAddressNext(below)
        && line.text().length() <= MAX_PROPERTY
        && line.text().indexOf('。') < 0) {
      remarks.add(line.text());
      return true;
    }
    var shape = Title.of(line).map(other -> other.style().shape()).orElse(Shape.LINK);
    if (shape != Shape.LINK && !(shape == Shape.BOLD && areNames(line.text()))) {
      return false;
    }
    boolean above = links.isEmpty() && isAddressNext(below);
    boolean italic = line.content().isWholly(Mark.ITALIC);
    boolean near = above || !links.isEmpty();
    return (near || italic) && names(line.text(), near && (above || italic))
        || near && (venue(line.text()) || date(line.text()));
  }

  private boolean date(String text) {
    boolean isDate = DATE.matcher(text).matches();
    if (isDate) {
      remarks.add(text);
    }
    return isDate;
  }

  /** Whether an entry of a list has others below it, as the title of a paper may have. */
  private static boolean isAboveEntries(Line line, List<Line> below) {
    return line.is(Kind.BULLET)
        && below.stream()
            .filter(other -> !other.is(Kind.BLANK))
            .findFirst()
            .filter(
                other ->
                    other.is(Kind.BULLET)
                        ? other.level() > line.level()
                        : AddressLine.of(other).isPresent())
            .isPresent();
  }

  private boolean isAddressNext(List<Line> below) {
    return below.stream()
        .filter(line -> !line.is(Kind.BLANK))
        .limit(MAX_LINES_ABOVE_ADDRESS)
        .anyMatch(line -> AddressLine.of(line, title).isPresent());
  }

  private void link(Linked link) {
    links.add(link);
    var found = DOI.matcher(link.address());
    if (doi.isEmpty() && link.address().contains("doi") && found.find()) {
      doi =
          Optional.of(found.group("doi"))
              .filter(each -> !each.toLowerCase(Locale.ROOT).startsWith("10.48550/"));
    }
  }

  private boolean venue(String text) {
    var found = Venue.of(text);
    if (found.isEmpty() || !venue.orElse(found.get().name()).equals(found.get().name())) {
      return false;
    }
    venue = Optional.of(found.get().name());
    Stream.of(found.get().remark()).filter(word -> !word.isEmpty()).forEach(remarks::add);
    return true;
  }

  private void remark(String text) {
    if (!venue(text) && !remarks.contains(text)) {
      remarks.add(text);
    }
  }

  private boolean value(Keyed.Field field, String value) {
    switch (field) {
      case TITLE -> {
        return false;
      }
      case AUTHORS -> {
        authors.addAll(names(AddressLine.withoutBrackets(value)));
        AddressLine.brackets(value).forEach(this::remark);
      }
      case VENUE -> {
        if (!venue(value)) {
          venue = venue.or(() -> Optional.of(value).filter(text -> !text.isEmpty()));
        }
      }
      case YEAR -> {
        var found = YEAR.matcher(value);
        boolean isYear = found.find();
        year = isYear ? Optional.of(Integer.valueOf(found.group("year"))) : year;
        return isYear;
      }
      case DOI -> {
        var found = DOI.matcher(value);
        boolean isDoi = found.find();
        if (isDoi) {
          link(new Linked("https://doi.org/" + found.group("doi"), "DOI"));
        }
        return isDoi;
      }
    }
    return true;
  }

  /** Takes a line of names: Latin ones, or what stands above an address and is no sentence. */
  private boolean names(String text, boolean sure) {
    var segments =
        Arrays.stream(
                SEGMENT_END.split(BY.matcher(AddressLine.withoutBrackets(text)).replaceFirst("")))
            .map(AddressLine::withoutSeparators)
            .filter(segment -> !segment.isEmpty())
            .toList();
    var parts =
        segments.stream()
            .flatMap(
                segment ->
                    Venue.of(segment).isPresent() ? Stream.of(segment) : names(segment).stream())
            .collect(Collectors.partitioningBy(part -> Venue.of(part).isPresent()));
    var years = parts.get(false).stream().filter(part -> YEAR.matcher(part).matches()).toList();
    var others = parts.get(false).stream().filter(part -> !years.contains(part)).toList();
    int all =
        1
            + IntStream.range(0, others.size())
                .filter(at -> others.get(at).matches(".*\\bet al\\.?"))
                .findFirst()
                .orElse(others.size() - 1);
    var names = others.subList(0, all);
    boolean latin = names.stream().allMatch(name -> NAME.matcher(name).matches());
    boolean japanese =
        sure && names.size() > 1 && names.stream().allMatch(FieldReader::isJapaneseName);
    if (names.isEmpty() || !(latin && (sure || names.size() > 1) || japanese)) {
      return false;
    }
    authors.addAll(names);
    others.subList(all, others.size()).forEach(this::remark);
    years.forEach(each -> value(Keyed.Field.YEAR, each));
    parts.get(true).forEach(this::remark);
    AddressLine.brackets(text).forEach(this::remark);
    return true;
  }

  private static List<String> names(String text) {
    return Arrays.stream(NAME_END.split(text))
        .map(ArticleText::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static boolean isJapaneseName(String name) {
    return name.length() <= MAX_JAPANESE_NAME
        && name.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '　');
  }
}
