package paperreviews.importer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Numbering.Certainty;
import paperreviews.importer.Title.Shape;
import paperreviews.importer.Title.Style;

/** Decides once for an article how the titles of its papers are set, and finds the papers. */
final class FormFinder {
  private final List<Line> lines;
  private final Findings findings;
  private final boolean addressesOptional;
  private final NavigableMap<Integer, Title> titles = new TreeMap<>();
  private final Map<Integer, Fields> fields = new HashMap<>();

  /** Headings above an address that only lead to it. */
  private List<Title> labels = List.of();

  private FormFinder(List<Line> lines, boolean addressesOptional, Findings findings) {
    this.lines = lines;
    this.addressesOptional = addressesOptional;
    this.findings = findings;
  }

  /** Finds the papers of an article. */
  static ArticleForm find(List<Line> lines, boolean addressesOptional, Findings findings)
      throws UnreadableArticleException {
    return new FormFinder(lines, addressesOptional, findings).form();
  }

  private ArticleForm form() throws UnreadableArticleException {
    lines.forEach(line -> title(line).ifPresent(title -> titles.put(title.at(), title)));
    settleNumbers();
    int limit = lines.size();
    for (var title : titles.descendingMap().values()) {
      fields.put(title.at(), FieldReader.below(title, lines, limit));
      limit = title.isHeading() ? title.at() : limit;
    }
    labels = labels();
    var style = style();
    if (style.isEmpty()) {
      refuseWithoutPapers();
    }
    findings.stopIfRefused();
    var addressed =
        titles.values().stream()
            .filter(title -> title.style().equals(style.get()) && hasAddress(title))
            .toList();
    boolean numbered = addressed.stream().filter(Title::hasNumber).count() * 2 > addressed.size();
    var form = new ArticleForm(lines, titles, style.get(), numbered, new TreeMap<>());
    for (var title : titles.values()) {
      if (form.fits(title)) {
        int end = form.next(title).orElse(lines.size());
        found(title, form, end)
            .map(paper -> withFieldsBelowHeadings(paper, end))
            .ifPresent(paper -> form.papers().put(paper.at(), paper));
      }
    }
    if (form.papers().isEmpty()) {
      refuseWithoutPapers();
    }
    findings.stopIfRefused();
    return form;
  }

  /** What a line may be the title of; an entry of a list, too, if fields are below. */
  private Optional<Title> title(Line line) {
    boolean entry =
        line.is(Kind.BULLET) && line.content().links().isEmpty() && isAddressBelow(line);
    return entry ? Title.ofEntry(line) : Title.of(line);
  }

  /** Whether nothing but fields is between an entry of a list and the address below it. */
  private boolean isAddressBelow(Line entry) {
    return lines.subList(entry.at() + 1, lines.size()).stream()
        .filter(line -> !isField(line, entry))
        .findFirst()
        .filter(
            line ->
                line.is(Kind.BULLET) && line.level() > entry.level()
                    || line.is(Kind.TEXT) && line.at() == entry.at() + 1)
        .flatMap(AddressLine::of)
        .isPresent();
  }

  private static boolean isField(Line line, Line entry) {
    return line.is(Kind.BULLET)
        && line.level() > entry.level()
        && line.content().links().isEmpty()
        && Keyed.of(line.content()).flatMap(Keyed::field).isPresent();
  }

  private boolean hasAddress(Title title) {
    return fields.get(title.at()).address().isPresent();
  }

  // Numbers

  /** Takes digits for a number only where the style's numbers count. */
  private void settleNumbers() {
    var groups =
        titles.values().stream()
            .filter(Title::hasNumber)
            .collect(Collectors.groupingBy(Title::style, LinkedHashMap::new, Collectors.toList()));
    for (var group : groups.values()) {
      var spaced = group.stream().filter(title -> title.is(Certainty.SPACED)).toList();
      if (!counts(spaced)) {
        spaced.forEach(this::dropNumber);
      }
      group.stream()
          .filter(title -> title.is(Certainty.TIGHT))
          .filter(title -> group.stream().noneMatch(other -> isNeighbour(other, title)))
          .forEach(this::dropNumber);
    }
  }

  /** Whether {@code 2.5D} is behind {@code 1.Title}, or {@code 1.5D} is with {@code 2.Title}. */
  private boolean isNeighbour(Title other, Title tight) {
    var line = lines.get(other.at()).text();
    boolean isTight =
        other.is(Certainty.CERTAIN)
            && !ArticleText.isSpace(
                line.charAt(Math.min(other.number().get().end(), line.length()) - 1));
    return isTight
        && (tight.lastNumber() == 1
            ? other.lastNumber() == 2
            : other.at() < tight.at() && other.lastNumber() == tight.lastNumber() - 1);
  }

  private static boolean counts(List<Title> titles) {
    for (int at = 0; at < titles.size(); at++) {
      int number = titles.get(at).lastNumber();
      if (number != 1 && (at == 0 || number != titles.get(at - 1).lastNumber() + 1)) {
        return false;
      }
    }
    return titles.size() > 1;
  }

  private void dropNumber(Title title) {
    titles.remove(title.at());
    Title.unnumbered(lines.get(title.at())).ifPresent(other -> titles.put(other.at(), other));
  }

  // The style

  /** The style of the papers' titles; nothing if no line with an address may be one. */
  private Optional<Style> style() {
    var candidates =
        titles.values().stream()
            .filter(
                title ->
                    hasAddress(title)
                        && !AddressLine.isLabel(title.text())
                        && !ClosingPart.isOfReferences(title.text())
                        && !areAuthors(title)
                        && !labels.contains(title))
            .toList();
    var single = mostFrequent(candidates.stream().filter(title -> !title.isOfList()).toList());
    var all = mostFrequent(candidates);
    // A list may be part of a review, unless it alone has papers.
    boolean listed =
        single.isPresent()
            && differentTitles(with(single.get(), candidates), true) == 0
            && differentTitles(with(all.get(), candidates), true)
                > differentTitles(with(single.get(), candidates), false);
    return (listed ? all : single.or(() -> all))
        .or(
            () ->
                labels.stream()
                    .flatMap(label -> parent(label).stream())
                    .filter(parent -> labels.size() == 1 || parent.at() != titles.firstKey())
                    .map(Title::style)
                    .findFirst())
        .or(this::styleOfLabelledTexts);
  }

  /** Whether a line names the authors of the paper whose title is the heading above. */
  private boolean areAuthors(Title title) {
    var above = titles.lowerEntry(title.at());
    return title.style().shape() == Shape.BOLD
        && FieldReader.areNames(title.text())
        && above != null
        && above.getValue().isHeading()
        && lines.subList(above.getKey() + 1, title.at()).stream().noneMatch(Line::hasText);
  }

  private static List<Title> with(Style style, List<Title> titles) {
    return titles.stream().filter(title -> title.style().equals(style)).toList();
  }

  private Optional<Style> mostFrequent(List<Title> candidates) {
    return candidates.stream()
        .collect(Collectors.groupingBy(Title::style, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .max(
            Comparator.<Map.Entry<Style, List<Title>>>comparingLong(
                    group -> differentTitles(group.getValue(), true))
                .thenComparingLong(group -> differentTitles(group.getValue(), false))
                .thenComparing(group -> group.getKey().shape() == Shape.HEADING)
                .thenComparingInt(group -> -group.getValue().getFirst().at()))
        .map(Map.Entry::getKey);
  }

  /** How many different titles there are, or of these, with the address of a publisher. */
  private long differentTitles(List<Title> group, boolean published) {
    return group.stream()
        .filter(
            title ->
                !published || fields.get(title.at()).address().filter(Links::isPaper).isPresent())
        .map(Title::key)
        .distinct()
        .count();
  }

  /** Headings above an address that are called by a word for addresses, or the same. */
  private List<Title> labels() {
    var byStyle =
        titles.values().stream()
            .filter(title -> title.isHeading() && hasAddress(title))
            .collect(Collectors.groupingBy(Title::style));
    return titles.values().stream()
        .filter(title -> byStyle.getOrDefault(title.style(), List.of()).contains(title))
        .filter(
            title -> {
              var group = byStyle.get(title.style());
              return AddressLine.isLabel(title.text())
                  || group.size() > 1
                      && group.stream().allMatch(other -> other.key().equals(title.key()));
            })
        .toList();
  }

  private Optional<Title> parent(Title title) {
    return titles.headMap(title.at(), false).descendingMap().values().stream()
        .filter(other -> other.isHeading() && other.style().level() < title.style().level())
        .findFirst();
  }

  /** That of headings without address, if each has the address in its text, or needs none. */
  private Optional<Style> styleOfLabelledTexts() {
    var group = headingsOfTexts();
    return group.stream()
        .filter(
            _ ->
                addressesOptional
                    || group.stream().allMatch(title -> labelled(title, end(title)).isPresent()))
        .map(Title::style)
        .findFirst();
  }

  private int end(Title title) {
    return nextHeading(title, title.style().level());
  }

  /** Where the next heading of a level or above is, or the end. */
  private int nextHeading(Title title, int level) {
    return titles.tailMap(title.at(), false).values().stream()
        .filter(other -> other.isHeading() && other.style().level() <= level)
        .mapToInt(Title::at)
        .findFirst()
        .orElse(lines.size());
  }

  /** The deepest headings whose titles differ. */
  private List<Title> headingsOfTexts() {
    for (int level = 6; level > 1; level--) {
      int deep = level;
      var group =
          titles.values().stream()
              .filter(title -> title.isHeading() && title.style().level() == deep)
              .toList();
      long different = group.stream().map(Title::key).distinct().count();
      if (different > 0 && different == group.size()) {
        return group;
      }
    }
    return List.of();
  }

  private void refuseWithoutPapers() {
    var addresses =
        lines.stream()
            .filter(
                line ->
                    Inline.of(line.source()).links().stream()
                        .anyMatch(link -> Links.isPaper(link.address())))
            .toList();
    var headings = headingsOfTexts();
    if (!headings.isEmpty() && headings.size() >= addresses.size()) {
      headings.stream()
          .filter(title -> !ClosingPart.isOfReferences(title.text()))
          .forEach(title -> findings.refuse(title, ArticleForm.WITHOUT_ADDRESS));
    } else {
      addresses.forEach(this::refuseAddress);
    }
    if (addresses.isEmpty()) {
      titles.values().stream()
          .filter(title -> title.is(Certainty.CERTAIN))
          .forEach(
              title ->
                  findings.refuse(
                      title,
                      "looks like a paper's title, but has no address on the next line; write it there"));
    }
    if (!findings.isRefused()) {
      findings.refuse(
          "no paper was found; a paper is a title such as \"1. Title\" or \"### Title\" with its"
              + " address on the next line");
    }
  }

  private void refuseAddress(Line line) {
    var above = lines.subList(0, line.at()).reversed().stream().filter(Line::hasText).findFirst();
    boolean below = above.isPresent() && AddressLine.of(line).isPresent();
    var title = below ? above.get() : line;
    var where = title.is(Kind.VERBATIM) ? "in a table, a quote or code" : "not set as a title";
    findings.refuse(
        title.at(),
        "%s has a paper's address%s, but is %s; write it such as \"### Title\", with the address on the next line"
            .formatted(
                ArticleText.quoted(ArticleText.strip(title.source())),
                below ? " below it" : "",
                where));
  }

  // Papers

  private Optional<Found> found(Title title, ArticleForm form, int end) {
    var own = fields.get(title.at());
    if (own.address().isPresent()) {
      return Optional.of(new Found(title, own))
          .filter(_ -> !AddressLine.isLabel(title.text()))
          .filter(paper -> !isOfReferences(title, form) && !isOfSection(paper, form));
    }
    return titles.subMap(title.at(), false, end, false).values().stream()
        .filter(labels::contains)
        .findFirst()
        .map(label -> below(label, title, end))
        .or(() -> labelled(title, end))
        .or(
            () ->
                Optional.of(new Found(title, own))
                    .filter(_ -> addressesOptional && title.isHeading() && !isPart(title, form)));
  }

  /** Whether a heading like those of papers is above a list of addresses alone, or such a list. */
  private boolean isOfReferences(Title title, ArticleForm form) {
    if (title.isOfList()) {
      boolean bare =
          title.tail().isEmpty()
              && form.nextText(title.at() + 1) >= form.next(title).orElse(lines.size());
      return bare
          && form.headingAbove(title.at())
              .filter(
                  heading ->
                      ClosingPart.isOfReferences(heading.text())
                          || ClosingPart.isTitle(heading.text()))
              .isPresent();
    }
    return form.isAboveLinks(title)
        && (form.isRepeated(title) || ClosingPart.isOfReferences(title.text()));
  }

  /** Whether the numbers begin again right below a title with a link that is no paper's. */
  private boolean isOfSection(Found paper, ArticleForm form) {
    var next = titles.get(form.nextText(paper.fields().end() + 1));
    return next != null
        && next.style().shape() == Shape.NUMBER
        && form.fits(next)
        && next.lastNumber() == 1
        && hasAddress(next)
        && paper.fields().address().filter(Links::isPaper).isEmpty();
  }

  /** Whether a heading like those of papers only parts a review or a section. */
  private boolean isPart(Title title, ArticleForm form) {
    return ClosingPart.isTitle(title.text())
        || form.isRepeated(title)
        || form.isAboveLinks(title)
        || titles.firstKey() == title.at();
  }

  /** The address below a heading that leads to it and to nothing else. */
  private Found below(Title label, Title title, int end) {
    var address = fields.get(label.at());
    int next = Math.min(end, nextHeading(label, 6));
    if (lines.subList(address.end() + 1, next).stream().anyMatch(line -> !line.is(Kind.BLANK))) {
      findings.refuse(
          label,
          "is a heading within the review of %s, but the paper's address and other text are below it; move the address right below the paper's title"
              .formatted(title.quoted()));
    }
    return new Found(title, fields.get(title.at())).with(address, label.at(), address.end());
  }

  /** Adds the authors, venue or date that are the only line below a heading that names them. */
  private Found withFieldsBelowHeadings(Found paper, int end) {
    var found = paper;
    for (var heading : titles.subMap(paper.at(), false, end, false).values()) {
      var text =
          lines.subList(heading.at() + 1, Math.min(end, nextHeading(heading, 6))).stream()
              .filter(line -> !line.is(Kind.BLANK))
              .toList();
      if (heading.isHeading() && text.size() == 1 && !found.has(heading.at())) {
        var more = FieldReader.named(heading, text.getFirst());
        found = more.isPresent() ? found.with(more.get(), heading.at(), more.get().end()) : found;
      }
    }
    return found;
  }

  /** The address in a line such as 論文: address, where it is the only one of its kind. */
  private Optional<Found> labelled(Title title, int end) {
    var found = lines.subList(title.at() + 1, end).stream().filter(AddressLine::isOfPaper).toList();
    return found.size() == 1
        ? Optional.of(
            new Found(title, fields.get(title.at()))
                .with(
                    FieldReader.of(found.getFirst(), title),
                    found.getFirst().at(),
                    found.getFirst().at()))
        : Optional.empty();
  }
}
