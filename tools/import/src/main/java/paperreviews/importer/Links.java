package paperreviews.importer;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import paperreviews.model.Link;
import paperreviews.model.Link.Kind;
import paperreviews.model.PaperId;
import paperreviews.seed.ReviewFiles;
import paperreviews.seed.WebAddress;

/** The links of a review or an introduction, and what links lead to. */
final class Links {
  private static final Pattern ARROW = Pattern.compile("→|⇒|➡\uFE0F?|➔|⇨|=>|->");

  /** {@code Label: address} and {@code Label → address}, up to the address. */
  private static final Pattern LABEL =
      Pattern.compile("(?<label>[^。→⇒<>]+?)\\s*(?:" + ARROW + "|[:：])[\\s<(（\\[]*$");

  /** What is named before an arrow that has no address behind it. */
  private static final List<String> POINTERS =
      List.of("スライド", "資料", "ブログ", "記事", "投稿", "blog", "post", "slide", "slides");

  /** The same, but it may be part of a sentence, too, as in 動画→テキスト. */
  private static final List<String> SHORT_POINTERS =
      List.of(
          "解説", "詳細", "続き", "コード", "実装", "レポジトリ", "リポジトリ", "論文", "動画", "デモ", "リンク", "サイト", "ページ",
          "code", "github", "paper", "project", "demo", "video", "page", "link");

  private static final List<String> HERE = List.of("こちら", "ここ", "これ", "リンク", "link", "here", "url");

  /** The words that name a kind; the last one in a label decides: 論文の解説資料 are slides. */
  private static final Map<Kind, Pattern> WORDS =
      Map.of(
          Kind.PAPER, words("論文", "paper|arxiv|pdf"),
          Kind.CODE, words("コード|実装|[レリ]ポジトリ", "code|github|implementation|repository"),
          Kind.POST, words("ブログ|記事|投稿|解説", "blog|post|qiita"),
          Kind.SLIDES, words("スライド|資料", "slides?"));

  /** The kinds of hosts, and of all below them. */
  private static final Map<String, Kind> HOSTS = new LinkedHashMap<>();

  static {
    hosts(Kind.SLIDES, "slideshare.net speakerdeck.com docs.google.com/presentation");
    hosts(Kind.CODE, "github.com gitlab.com bitbucket.org");
    hosts(
        Kind.POST,
        "medium.com qiita.com note.com zenn.dev towardsdatascience.com hatenablog.com hatenablog.jp"
            + " hateblo.jp");
    hosts(Kind.PROFILE, "twitter.com x.com linkedin.com");
    hosts(
        Kind.PAPER,
        "arxiv.org ar5iv.org alphaxiv.org huggingface.co/papers openreview.net doi.org"
            + " aclanthology.org aclweb.org thecvf.com/content ecva.net/papers"
            + " proceedings.mlr.press jmlr.org papers.nips.cc proceedings.neurips.cc biorxiv.org"
            + " medrxiv.org dl.acm.org ieeexplore.ieee.org aaai.org ijcai.org isca-speech.org"
            + " isca-archive.org nature.com/articles science.org/doi sciencedirect.com/science"
            + " link.springer.com pnas.org/doi cell.com journals.plos.org onlinelibrary.wiley.com"
            + " jstage.jst.go.jp semanticscholar.org/paper ncbi.nlm.nih.gov mdpi.com"
            + " frontiersin.org anlp.jp/proceedings hal.science osf.io/preprints");
  }

  private static void hosts(Kind kind, String hosts) {
    for (var host : hosts.split(" ")) {
      HOSTS.put(host, kind);
    }
  }

  private Links() {}

  /** The links of a text in order, each address once; without that of the paper itself. */
  static List<Link> in(String text, Optional<String> own) {
    var links = new LinkedHashMap<String, Link>();
    var lines = text.lines().filter(line -> !line.isBlank()).map(Inline::of).toList();
    for (int at = 0; at < lines.size(); at++) {
      var line = lines.get(at);
      int from = 0;
      for (var span : line.links()) {
        if (WebAddress.isAddress(span.address())) {
          var label = label(line.text().substring(from, span.start()));
          if (label.isEmpty() && at > 0 && isAlone(line, span)) {
            label =
                pointer(lines.get(at - 1).text())
                    .filter(Pointer::leadsOn)
                    .map(Pointer::label)
                    .orElse("");
          }
          links.putIfAbsent(span.address(), link(span.address(), line.words(span), label));
        }
        from = span.end();
      }
      boolean addressFollows = at + 1 < lines.size() && !lines.get(at + 1).links().isEmpty();
      if (line.links().isEmpty()) {
        pointer(line.text())
            .filter(pointer -> !pointer.leadsOn() || !addressFollows)
            .map(Pointer::link)
            .filter(link -> link.title().length() <= ReviewFiles.MAX_TITLE_LENGTH)
            .ifPresent(link -> links.putIfAbsent(" " + link.title(), link));
      }
    }
    own.ifPresent(links::remove);
    return new ArrayList<>(links.values());
  }

  private static boolean isAlone(Inline line, Inline.Span span) {
    var rest = line.text().substring(0, span.start()) + line.text().substring(span.end());
    return rest.chars().allMatch(c -> ArticleText.isSpace((char) c) || c == '<' || c == '>');
  }

  /** The link to an address, by the words of the link itself and those before it. */
  static Link link(String address, String words, String label) {
    boolean here = HERE.contains(words.toLowerCase(Locale.ROOT));
    var title = words.isEmpty() || here && !label.isEmpty() ? label : words;
    return new Link(
        kindOfAddress(address).or(() -> kindOfWords(label + " " + words)).orElse(Kind.PAGE),
        title.isEmpty() || title.length() > ReviewFiles.MAX_TITLE_LENGTH ? address : title,
        Optional.of(address));
  }

  /** The words that lead to an address: those behind the last full stop, before arrow or colon. */
  private static String label(String before) {
    var words = before.substring(before.lastIndexOf('。') + 1);
    if (words.length() > ReviewFiles.MAX_TITLE_LENGTH) {
      return "";
    }
    var matcher = LABEL.matcher(words);
    return matcher.find() ? withoutBullet(matcher.group("label")) : "";
  }

  private static String withoutBullet(String label) {
    var text = ArticleText.strip(label);
    return !text.isEmpty() && "-*+・•◦▪–>※".indexOf(text.charAt(0)) >= 0
        ? ArticleText.strip(text.substring(1))
        : text;
  }

  /** The words before an arrow and those behind it. */
  private record Pointer(String label, String rest) {
    /** Whether what it leads to is named in the next line, if at all. */
    boolean leadsOn() {
      return rest.isEmpty();
    }

    Link link() {
      return new Link(kindOfWords(label).orElse(Kind.PAGE), title(), Optional.empty());
    }

    private String title() {
      if (rest.isEmpty() || HERE.contains(rest)) {
        return label;
      }
      boolean quoted =
          rest.length() > 2
              && "“”\"「『【〝".indexOf(rest.charAt(0)) >= 0
              && "“”\"」』】〟".indexOf(rest.charAt(rest.length() - 1)) >= 0;
      return quoted ? rest.substring(1, rest.length() - 1) : rest;
    }
  }

  /** {@code 以前書いた解説ブログはこちら → Title}. */
  private static Optional<Pointer> pointer(String line) {
    var arrow = ARROW.matcher(line);
    if (!arrow.find()) {
      return Optional.empty();
    }
    var before = line.substring(line.lastIndexOf('。', arrow.start()) + 1, arrow.start());
    var label = withoutBullet(withoutColon(before));
    var rest = ArticleText.strip(line.substring(arrow.end()));
    var words = withoutEnd(label, "こちら", "これ", "以下").toLowerCase(Locale.ROOT);
    boolean here =
        !words.equals(label.toLowerCase(Locale.ROOT))
            && (words.endsWith("は") || words.endsWith("も"));
    var thing = withoutEnd(words, "は", "も");
    boolean isPointer =
        label.length() <= 120 && (here || POINTERS.stream().anyMatch(thing::endsWith))
            // So short a label may be half a sentence.
            || label.length() <= 30
                && !(label + rest).matches(".*[。、].*")
                && SHORT_POINTERS.stream().anyMatch(words::endsWith);
    return isPointer ? Optional.of(new Pointer(label, rest)) : Optional.empty();
  }

  private static String withoutColon(String text) {
    return withoutEnd(ArticleText.strip(text), ":", "：");
  }

  private static String withoutEnd(String text, String... ends) {
    for (var end : ends) {
      if (text.endsWith(end)) {
        return text.substring(0, text.length() - end.length());
      }
    }
    return text;
  }

  /** Whether an address is that of a paper at its publisher. */
  static boolean isPaper(String address) {
    return kindOfAddress(address).equals(Optional.of(Kind.PAPER));
  }

  /** What an address leads to, if the address shows it. */
  static Optional<Kind> kindOfAddress(String address) {
    if (PaperId.ofAddress(address).isPresent()) {
      return Optional.of(Kind.PAPER);
    }
    if (!WebAddress.isAddress(address)) {
      return Optional.empty();
    }
    var uri = URI.create(address);
    var host = "." + WebAddress.host(uri).orElse("");
    var path = Optional.ofNullable(uri.getPath()).orElse("");
    var kind =
        HOSTS.entrySet().stream()
            .filter(
                each -> {
                  var parts = each.getKey().split("/", 2);
                  return host.endsWith("." + parts[0])
                      && (parts.length == 1 || path.startsWith("/" + parts[1]));
                })
            .map(Map.Entry::getValue)
            .findFirst();
    if (kind.equals(Optional.of(Kind.PROFILE)) && path.contains("/status/")) {
      return Optional.of(Kind.POST);
    }
    if (kind.isEmpty() && path.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      return Optional.of(Kind.PAPER);
    }
    return kind.or(() -> host.contains(".blog") ? Optional.of(Kind.POST) : Optional.empty());
  }

  /** What words say that they lead to. */
  static Optional<Kind> kindOfWords(String words) {
    return WORDS.keySet().stream()
        .filter(kind -> last(kind, words) >= 0)
        .max(Comparator.comparingInt(kind -> last(kind, words)));
  }

  private static int last(Kind kind, String words) {
    return WORDS.get(kind).matcher(words).results().mapToInt(MatchResult::start).max().orElse(-1);
  }

  /** A Latin word stands by itself: an encoder is no code. */
  private static Pattern words(String japanese, String latin) {
    return Pattern.compile("(?i)%s|(?<![a-z])(?:%s)(?![a-z])".formatted(japanese, latin));
  }
}
