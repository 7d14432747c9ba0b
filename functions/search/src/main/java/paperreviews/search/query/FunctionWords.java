package paperreviews.search.query;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import paperreviews.search.analysis.AnalyzedText;

/**
 * The words of a question that say nothing about its topic, and generic words that say little
 * beside one.
 */
public final class FunctionWords {
  private static final Set<String> ENGLISH =
      Set.of(
          "what", "which", "who", "whom", "whose", "how", "why", "when", "where", "do", "does",
          "did", "can", "could", "should", "would", "have", "has", "had", "been", "being", "am",
          "me", "my", "i", "we", "our", "us", "you", "your", "it", "its", "he", "she", "them",
          "from", "than", "about", "please", "any", "some", "so", "vs", "versus", "via", "using",
          "et", "al", "paper", "papers", "various", "several", "many", "much", "very", "also",
          "those", "because");

  /** What any paper may be asked for: how does attention work, attention の手法. */
  private static final Set<String> GENERIC =
      Set.of(
          "work",
          "works",
          "best",
          "improve",
          "introduction",
          "intro",
          "overview",
          "explained",
          "explanation",
          "tutorial",
          "tutorials",
          "guide",
          "beginner",
          "beginners",
          "approach",
          "approaches",
          "technique",
          "techniques",
          "implementation",
          "implementations",
          "research",
          "latest",
          "recent",
          "手法",
          "解説",
          "研究",
          "紹介",
          "まとめ",
          "入門",
          "概要",
          "実装",
          "比較",
          "効果");

  /** What may start a question: He, Do or Can may as well be names. */
  private static final Pattern STARTED = Pattern.compile("I|(?!Can$)[A-Z][a-z]{2,}");

  private static final String QUESTION =
      "なぜ|何故|どうして|どうやって|どのように|どのような|どんな|どれくらい|どう|どの|どちら|どっち|なに|なん|何|どれ|どこ|いつ|だれ|誰"
          + "|とは|って|について|に関して|に関する|における|ですか|でしょうか|です|ますか|ます|だろうか|必要|仕組み|使い方|方法|やり方|一番|最新|論文|おすすめ|オススメ|お勧め"
          + "|教えて|ください|下さい|知りたい|べき|なの|なのか|ある|する|できる|の|は|が|を|に|へ|と|で|も|か|ね|よ";

  /** What alone says nothing, but may end a word that does: 教師から, 過学習しない. */
  private static final String ALONE =
      "これ|それ|あれ|ところ|とき|この|その|あの|ここ|そこ|という|といった|こと|もの|ため|ような|ように|から|まで|より|だけ|しか|のみ|ほど|くらい|ぐらい"
          + "|など|ばかり|けど|けれど|しかし|また|そして|さらに|つまり|ただし|ので|のに|なら|ない|なかった|あった|いる|いた|なる|なった|した|して|しない"
          + "|される|された|させる|できた|ました|ません|でした|である|だった|たい|ほしい|よい|いい|とても|もっと|まだ";

  /** What is asked for of a topic, after it: 強化学習の手法, 強化学習における手法, 強化学習解説. */
  private static final String OF_TOPIC = "(?<=[のる])(?:手法|モデル|研究|実装|技術|比較|効果)|解説|入門|まとめ|紹介|概要";

  /** What a question ends in, after its topic. */
  private static final Pattern END = Pattern.compile("(?:" + QUESTION + "|" + OF_TOPIC + ")+$");

  private static final Pattern ONE = Pattern.compile(QUESTION + "|" + ALONE);

  private static final Pattern ONLY = Pattern.compile("(?:" + QUESTION + "|" + ALONE + ")+");

  /** Particles alone are no question: GANの, but GANとは. */
  private static final Pattern PARTICLES = Pattern.compile("(?!とは)[のはがをにへとでもかねよ]+");

  private static final Pattern SINGLE_KANA = Pattern.compile("[ぁ-ゖァ-ヺー]");

  private static final Pattern HIRAGANA = Pattern.compile("[ぁ-ゖー]+");

  private FunctionWords() {}

  /** Whether a term says nothing about the topic of a question. */
  static boolean isOne(AnalyzedText term) {
    return term.isStopWord() || isOne(term.text());
  }

  /** Whether a text is such words of Japanese, or such a word of English. */
  public static boolean isOne(String text) {
    return isEnglish(text)
        || ONLY.matcher(text).matches()
            && !(text.length() == 1 && !HIRAGANA.matcher(text).matches());
  }

  /** Whether a text is nothing but such a word, and no acronym or symbol such as IT or a. */
  static boolean isCertain(String text) {
    return text.length() > 1 && (isEnglish(text) || ONE.matcher(text).matches());
  }

  private static boolean isEnglish(String text) {
    return isEnglishInLowerCase(text)
        || STARTED.matcher(text).matches() && isEnglishInLowerCase(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isEnglishInLowerCase(String text) {
    return ENGLISH.contains(text) || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(text);
  }

  /** Whether a text is nothing but such words of Japanese, or a single kana. */
  static boolean isJapanese(String text) {
    return ONLY.matcher(text).matches() || SINGLE_KANA.matcher(text).matches();
  }

  /** Whether a text may be asked of any topic, but is found if nothing else is asked for. */
  static boolean isGeneric(String text) {
    return GENERIC.contains(text.toLowerCase(Locale.ROOT));
  }

  /** A term without the end of a question. */
  public static String withoutQuestion(String term) {
    var end = END.matcher(term);
    if (!end.find() || end.start() == 0) {
      return term;
    }
    return PARTICLES.matcher(end.group()).matches() ? term : term.substring(0, end.start());
  }
}
