package paperreviews.importer;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.model.Link;
import paperreviews.model.Link.Kind;
import paperreviews.model.PaperId;
import paperreviews.seed.WebAddress;

/** The links in a review or an introduction. */
final class FurtherLinks {
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_LABEL = 300;

  private static final String SPACE = ArticleText.SPACE;
  private static final String ARROW = "(?:→|⇒|➡\uFE0F?|➔|⇨|=>|->)";

  /** What is named before an arrow that has no address behind it; it is enough in itself. */
  private static final String THINGS = "スライド|資料|ブログ|記事|投稿|blog|post|slides?";

  /** The same, but it may be part of a sentence, too, as in 動画→テキスト. */
  private static final String PARTS =
      "解説|詳細|続き|コード|実装|レポジトリ|リポジトリ|論文|動画|デモ|リンク|サイト|ページ|code|github|paper|project|demo|video|page|link";

  /** {@code 以前書いた解説ブログはこちら →}. */
  private static final Pattern POINTER =
      Pattern.compile(
          "(?i)(?:(?<label>[^。→⇒]{0,120}?(?:(?:"
              + THINGS
              + ")(?:は|も)?|[はも]こちら)(?:こちら|これ|以下)?)"
              + "|(?<short>[^。、→⇒]{0,20}?(?:"
              + PARTS
              + ")))"
              + SPACE
              + "*[:：]?"
              + SPACE
              + "*"
              + ARROW
              + SPACE
              + "*(?<rest>.*)");

  /** What stands before an address and names it. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?<label>[^。→⇒<>]+?)" + SPACE + "*(?:" + ARROW + "|[:：])" + SPACE + "*[<(（]?$");

  private static final Pattern BRACKETS = Pattern.compile("[“”\"「『【〝](?<text>.+)[“”\"」』】〟]");

  private static final Pattern BULLET =
      Pattern.compile("^(?:[-*+•◦▪–]" + SPACE + "+|[・•>※])" + SPACE + "*");

  private static final Pattern HERE = Pattern.compile("(?i)こちら|ここ|これ|リンク|link|here|url");

  private static final Pattern SLIDES = Pattern.compile("(?i)スライド|資料|slides?");
  private static final Pattern POST = Pattern.compile("(?i)ブログ|記事|投稿|blog|post|解説|qiita");
  private static final Pattern CODE =
      Pattern.compile("(?i)コード|実装|レポジトリ|リポジトリ|\\bcode\\b|github|implementation|repository");
  private static final Pattern PAPER = Pattern.compile("(?i)論文|\\bpaper\\b|arxiv");

  private FurtherLinks() {}

  /** The links of a text, each address once, in order; without that of the paper itself. */
  static List<Link> in(String text, String own) {
    var links = new ArrayList<Link>();
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    for (int at = 0; at < lines.size(); at++) {
      var line = lines.get(at);
      var found = Addresses.in(line);
      int from = 0;
      for (var each : found) {
        if (WebAddress.isAddress(each.address())) {
          var label = label(line.substring(from, each.start()));
          if (label.isEmpty() && at > 0 && isAlone(line, each)) {
            label = pointerWithoutEnd(lines.get(at - 1));
          }
          links.add(link(each, label));
        }
        from = each.end();
      }
      var follows = at + 1 < lines.size() ? lines.get(at + 1) : "";
      if (found.isEmpty()) {
        pointer(line, follows).ifPresent(links::add);
      }
    }
    return distinct(links, own);
  }

  private static boolean isAlone(String line, Addresses.Found found) {
    return (line.substring(0, found.start()) + line.substring(found.end())).matches("[\\s<>]*");
  }

  private static List<Link> distinct(List<Link> links, String own) {
    var distinct = new ArrayList<Link>();
    for (var link : links) {
      boolean known =
          link.url().isPresent()
              ? link.url().get().equals(own)
                  || distinct.stream().anyMatch(other -> other.url().equals(link.url()))
              : distinct.contains(link);
      if (!known) {
        distinct.add(link);
      }
    }
    return distinct;
  }

  private static Link link(Addresses.Found found, String label) {
    var words = found.text().filter(text -> !text.isEmpty()).orElse("");
    var title =
        words.isEmpty() || HERE.matcher(words).matches() && !label.isEmpty() ? label : words;
    return new Link(
        kind(found.address(), label + " " + words),
        title.isEmpty() || title.length() > LONGEST_TITLE ? found.address() : title,
        Optional.of(found.address()));
  }

  /** The words that lead to an address: those behind the last full stop, before arrow or colon. */
  private static String label(String before) {
    var words = before.substring(before.lastIndexOf('。') + 1);
    if (words.length() > LONGEST_LABEL) {
      return "";
    }
    var matcher = LABEL.matcher(words);
    return matcher.find() ? cleared(matcher.group("label")) : "";
  }

  private static String cleared(String label) {
    return ArticleText.strip(BULLET.matcher(ArticleText.strip(label)).replaceFirst(""));
  }

  private static String pointerWithoutEnd(String line) {
    return pointer(line).filter(pointer -> pointer.rest.isEmpty()).map(Pointer::label).orElse("");
  }

  /** The words before an arrow and those behind it. */
  private record Pointer(String label, String rest) {}

  private static Optional<Pointer> pointer(String line) {
    int arrow = line.indexOf('→');
    var words = line.substring(arrow < 0 ? 0 : line.lastIndexOf('。', arrow) + 1);
    var matcher = POINTER.matcher(ArticleText.strip(words));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var rest = ArticleText.strip(matcher.group("rest"));
    var label = matcher.group("label");
    // So short a label may be half a sentence.
    if (label == null && rest.matches(".*[。、].*")) {
      return Optional.empty();
    }
    return Optional.of(new Pointer(cleared(label == null ? matcher.group("short") : label), rest));
  }

  /** What an arrow without an address leads to: the title behind it, or all that is known. */
  private static Optional<Link> pointer(String line, String follows) {
    return pointer(line)
        .filter(pointer -> !pointer.rest.isEmpty() || Addresses.in(follows).isEmpty())
        .map(
            pointer ->
                new Link(
                    kindOfWords(pointer.label).orElse(Kind.PAGE), title(pointer), Optional.empty()))
        .filter(link -> link.title().length() <= LONGEST_TITLE);
  }

  private static String title(Pointer pointer) {
    if (pointer.rest.isEmpty() || HERE.matcher(pointer.rest).matches()) {
      return pointer.label;
    }
    var quoted = BRACKETS.matcher(pointer.rest);
    return quoted.matches() ? quoted.group("text") : pointer.rest;
  }

  /** What an address leads to, by its host, else by the words that lead to it. */
  static Kind kind(String address, String words) {
    return kindOfAddress(address).or(() -> kindOfWords(words)).orElse(Kind.PAGE);
  }

  /** What an address leads to, if that can be told from the address. */
  static Optional<Kind> kindOfAddress(String address) {
    if (PaperId.ofAddress(address).isPresent()) {
      return Optional.of(Kind.PAPER);
    }
    var uri = URI.create(address);
    var host = WebAddress.host(uri).orElse("").replaceFirst("^www\\.", "");
    var path = Optional.ofNullable(uri.getPath()).orElse("");
    return switch (host) {
      case "slideshare.net", "de.slideshare.net", "speakerdeck.com" -> Optional.of(Kind.SLIDES);
      case "docs.google.com" ->
          path.startsWith("/presentation/") ? Optional.of(Kind.SLIDES) : Optional.empty();
      case "github.com", "gitlab.com", "bitbucket.org" -> Optional.of(Kind.CODE);
      case "medium.com", "qiita.com", "note.com", "zenn.dev", "towardsdatascience.com" ->
          Optional.of(Kind.POST);
      case "twitter.com", "x.com", "linkedin.com" ->
          path.contains("/status/") ? Optional.of(Kind.POST) : Optional.of(Kind.PROFILE);
      case "arxiv.org",
          "openreview.net",
          "doi.org",
          "dx.doi.org",
          "aclanthology.org",
          "aclweb.org",
          "openaccess.thecvf.com",
          "proceedings.mlr.press",
          "papers.nips.cc",
          "proceedings.neurips.cc",
          "biorxiv.org",
          "medrxiv.org",
          "dl.acm.org",
          "ieeexplore.ieee.org" ->
          Optional.of(Kind.PAPER);
      default -> {
        if (path.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
          yield Optional.of(Kind.PAPER);
        }
        yield host.matches(
                "(?:.*\\.)?(?:medium\\.com|hatenablog\\.(?:com|jp)|hateblo\\.jp)|(?:.*\\.)?blog\\..*|blog.*")
            ? Optional.of(Kind.POST)
            : Optional.empty();
      }
    };
  }

  private static Optional<Kind> kindOfWords(String words) {
    int at = -1;
    var kind = Optional.<Kind>empty();
    // The last word says what it is: 論文の解説資料 are slides.
    for (var each : List.of(Kind.PAPER, Kind.CODE, Kind.POST, Kind.SLIDES)) {
      var pattern =
          switch (each) {
            case PAPER -> PAPER;
            case CODE -> CODE;
            case POST -> POST;
            default -> SLIDES;
          };
      var matcher = pattern.matcher(words);
      while (matcher.find()) {
        if (matcher.start() > at) {
          at = matcher.start();
          kind = Optional.of(each);
        }
      }
    }
    return kind;
  }
}
