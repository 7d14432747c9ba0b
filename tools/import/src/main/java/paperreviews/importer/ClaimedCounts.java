package paperreviews.importer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How many papers and sections an article says that it has. */
final class ClaimedCounts {
  private static final String NUMBER = "(?<![0-9.,\\-])(?<count>[0-9]{1,4})";
  private static final String ABOUT = "(?<!約)(?<!およそ)(?<!ほぼ)";

  private static final Pattern PAPERS =
      Pattern.compile(
          ABOUT
              + NUMBER
              + "\\s*(?:(?:本|報|編|篇)(?!目|立|程度|ほど|以上|くらい|ずつ)|選(?!択|出|定)|(?:個|件|つ)?の(?:[^。、0-9]{0,12})?(?:論文|研究)(?!会|分野|者|テーマ|領域))");

  private static final Pattern PAPERS_BEHIND =
      Pattern.compile(
          "(?i)(?:論文|papers?)\\s*(?:数|の数)?\\s*[:：]?\\s*" + NUMBER + "\\s*(?:件|個)(?!目|程度|ほど|以上)");

  private static final Pattern SECTIONS =
      Pattern.compile(ABOUT + NUMBER + "\\s*(?:つの)?\\s*(?:分野|章|セクション|節|カテゴリ|トピック|ジャンル)(?!目)");

  /** A count in brackets behind a section's title, or of what its introduction announces. */
  private static final Pattern PAPERS_OF_SECTION =
      Pattern.compile(
          "[(\\[【]\\s*(?:全|計)?\\s*"
              + NUMBER
              + "\\s*(?:本|件|報|編|papers?)\\s*[)\\]】]"
              + "|"
              + ABOUT
              + "(?<![0-9.,\\-])(?<announced>[0-9]{1,4})\\s*(?:本|件|つ)の?(?:論文|研究)?を?(?:ご)?紹介");

  private ClaimedCounts() {}

  /** What a line says: how many papers. */
  static List<Integer> papers(String line) {
    var text = normalized(line);
    var counts = new ArrayList<>(all(PAPERS, text));
    counts.addAll(all(PAPERS_BEHIND, text));
    return counts;
  }

  /** What a line says: how many sections. */
  static List<Integer> sections(String line) {
    return all(SECTIONS, normalized(line));
  }

  /** What the title or the introduction of a section says: how many papers it has. */
  static List<Integer> papersOfSection(String text) {
    var matcher = PAPERS_OF_SECTION.matcher(normalized(text));
    if (!matcher.find()) {
      return List.of();
    }
    var count = matcher.group("count");
    return List.of(Integer.valueOf(count == null ? matcher.group("announced") : count));
  }

  private static List<Integer> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(ClaimedCounts::count).toList();
  }

  private static int count(MatchResult match) {
    return Integer.parseInt(match.group("count"));
  }

  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
