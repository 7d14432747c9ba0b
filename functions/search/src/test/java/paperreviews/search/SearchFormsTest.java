package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static paperreviews.search.Papers.find;
import static paperreviews.search.Papers.paper;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Language;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.query.InterpretedQuery.Matched;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.result.SearchResult;
import paperreviews.search.result.TextPart;

/** What counts as a word besides the word itself. */
class SearchFormsTest {
  private static final List<Concept> CONCEPTS =
      List.of(
          new Concept("object-detection", List.of("物体検出", "物体検知"), List.of("object detection")),
          new Concept("gan", List.of("敵対的生成ネットワーク"), List.of("GAN")),
          new Concept("few-shot-learning", List.of("少数ショット学習"), List.of("few-shot learning")),
          new Concept("unused", List.of("量子計算"), List.of("quantum computing")),
          new Concept("vq-vae", List.of(), List.of("VQ-VAE", "VQVAE")),
          new Concept("semi", List.of(), List.of("semisupervised learning", "semi-supervised")));

  private static SearchIndex index(Papers.TestPaper... papers) {
    var plain = Papers.catalogue(List.of(papers));
    var catalogue = new Catalogue(plain.articles(), plain.sections(), plain.papers(), CONCEPTS);
    return SearchIndex.open(PackedIndex.build(catalogue));
  }

  private static SearchResult search(SearchIndex index, String text) {
    return index.search(find(Optional.of(text), Filters.NONE, 50, Optional.empty()));
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.paper().id()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "few-shot, fewshot",
    "few shot, fewshot",
    "fewshot, few-shot",
    "fewshot, few shot",
    "EfficientNet, efficient net",
    "efficient net, EfficientNet",
    "rand augment, RandAugment",
    "SlowFast, slow-fast",
    "up sample, upsample",
    "check up, checkup",
  })
  void findsJoinedWordsApartAndApartJoined(String written, String asked) {
    var index = index(paper("a").ja("これは" + written + "の話"), paper("b").ja("別の話"));

    assertEquals(List.of("a"), ids(search(index, asked)));
    assertEquals(Matched.ALL, search(index, asked).query().matched());
    assertEquals(Optional.empty(), search(index, asked).query().corrected());
  }

  @Test
  void takesAWordApartInEveryWayThatStandsSomewhere() {
    var index =
        index(
            paper("a").en("mans laughter"),
            paper("b").en("man slaughter"),
            paper("c").en("Something else"));

    assertEquals(List.of("a", "b"), ids(search(index, "manslaughter")).stream().sorted().toList());
  }

  @Test
  void takesNoWordApartIntoWordsThatOnlyStandElsewhere() {
    var index = index(paper("a").en("fewshot"), paper("b").en("few"), paper("c").en("shot"));

    assertEquals(List.of("a"), ids(search(index, "fewshot xyzzy")));
  }

  @ParameterizedTest
  @CsvSource({"10, 11", "11, 11"})
  void takesApartOnlyWhatFewPapersHave(int joined, int found) {
    var papers = new Papers.TestPaper[joined + 1];
    for (int n = 0; n < joined; n++) {
      papers[n] = paper("p" + n).en("A fewshot method");
    }
    papers[joined] = paper("apart").en("A few shot method");

    assertEquals(found, search(index(papers), "fewshot").total());
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "21, 0"})
  void takesNoWordOfMoreThanFortyLettersApart(int letters, int found) {
    var index = index(paper("a").en("x".repeat(20) + " " + "y".repeat(letters)));

    assertEquals(found, search(index, "x".repeat(20) + "y".repeat(letters)).total());
  }

  @Test
  void marksTheOtherSpelling() {
    var index = index(paper("a").titled("A few-shot method"));

    var title = search(index, "fewshot").hits().getFirst().title();

    assertEquals(List.of("few-shot"), marked(title));
  }

  private static List<String> marked(List<TextPart> parts) {
    return parts.stream().filter(TextPart::match).map(TextPart::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"物体検出", "物体検知", "object detection", "Object Detections", "object-detection"})
  void findsAConceptByAnyOfItsNames(String name) {
    var index =
        index(
            paper("japanese").ja("物体検知の手法"),
            paper("english").titled("Fast Object Detection"),
            paper("other").ja("物体の色"));

    var found = search(index, name);

    assertEquals(2, found.total(), ids(found).toString());
    assertFalse(ids(found).contains("other"));
  }

  @Test
  void marksTheOtherNamesOfAConcept() {
    var index = index(paper("a").ja("これは物体検知の手法"));

    assertEquals(
        List.of("物体検知"), marked(search(index, "object detection").hits().getFirst().review()));
  }

  @Test
  void showsTheLanguageThatHasTheNameThatWasAsked() {
    var index = index(paper("a").ja("これは物体検知の手法").en("It is about object detection"));

    assertEquals(Language.EN, search(index, "object detection").hits().getFirst().language());
    assertEquals(Language.JA, search(index, "物体検出").hits().getFirst().language());

    var gan = index(paper("a").ja("敵対的生成ネットワークの話").en("It is about a GAN"));
    assertEquals(Language.EN, search(gan, "GAN").hits().getFirst().language());
  }

  @Test
  void ranksTheNameThatWasAskedFirst() {
    var index =
        index(
            paper("other").ja("敵対的生成ネットワークの話"),
            paper("asked").ja("GANについての話をする"),
            paper("neither").ja("別の話"));

    assertEquals(List.of("asked", "other"), ids(search(index, "GAN")));
  }

  @Test
  void countsANameOnceHoweverManyWordsItStandsFor() {
    var index = index(paper("a").ja("これは物体検知の手法"));

    assertEquals(
        search(index, "object-detection").hits().getFirst().score(),
        search(index, "object detection").hits().getFirst().score());
  }

  @Test
  void countsOneNameOfAConceptAsMuchAsSeveral() {
    var index =
        index(
            paper("one").ja("物体検知と物体認識"),
            paper("several").ja("物体検知と物体検出"),
            paper("balance").ja("異常検出"));

    assertEquals(List.of("one", "several"), ids(search(index, "object detection")));
  }

  @Test
  void countsAnotherSpellingAsMuchAsTheWordItself() {
    var index = index(paper("a").en("A few-shot method"));

    assertEquals(
        search(index, "\"few shot\"").hits().getFirst().score(),
        search(index, "fewshot").hits().getFirst().score());
  }

  @Test
  void asksForAConceptAndOtherWordsTogether() {
    var index =
        index(
            paper("both").ja("物体検知をアンカーで行う"),
            paper("concept").ja("物体検知を行う"),
            paper("word").ja("アンカーを下ろす"));

    assertEquals(List.of("both"), ids(search(index, "object detection アンカー")));
  }

  @Test
  void readsNoConceptAcrossAChoiceOfWords() {
    var index =
        index(paper("named").ja("物体検知を行う"), paper("words").en("Object tracking, detection"));

    assertEquals(List.of("words"), ids(search(index, "object OR thing detection")));
  }

  @Test
  void findsAnAbsentNameOnlyWhereAPaperHasAllItsWords() {
    var index =
        index(paper("some").en("Computing on a phone"), paper("all").en("Computing for quantum"));

    assertEquals(List.of("all"), ids(search(index, "quantum computing ")));
    assertEquals(
        List.of(),
        ids(search(index(paper("some").en("Computing on a phone")), "quantum computing ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Noise alone is another topic's
        "quantum computing noise  | ''",
        "量子計算のノイズ         | ''",
        "量子計算 ノイズ          | ''",
        // Other concepts, and a paper's name
        "量子計算 GAN             | gan",
        "量子計算 RAdam           | radam",
        // A description
        "量子計算 noise wind rain | noise",
      })
  void absentTopicIsReplacedByNoOtherWordThanATopic(String asked, String ids) {
    var index =
        index(
            paper("noise").ja("ノイズの話").en("About noise"),
            paper("gan").en("A GAN"),
            paper("radam").titled("RAdam"));

    assertEquals(ids, String.join(" ", ids(search(index, asked + " "))));
  }

  @Test
  void nameBesideAnotherWordRanksPapersByTheOtherNameOfItsConcept() {
    var papers = new Papers.TestPaper[8];
    papers[0] = paper("name").ja("敵対的生成ネットワーク");
    for (int n = 1; n < 8; n++) {
      papers[n] = paper("word" + n).en("About noise");
    }

    assertEquals("name", ids(search(index(papers), "GAN noise ")).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "torch.optim.RAdam, radam",
    "EfficientNetB7, efficientnet",
    "ResNet50, ''",
    // A sentence that begins without a space
    "gradients.The, ''",
  })
  void nameIsFoundWithoutItsPackageOrVersion(String asked, String ids) {
    var index =
        index(
            paper("radam").en("The RAdam"),
            paper("efficientnet").en("EfficientNet"),
            paper("resnet").en("ResNet-101"));

    assertEquals(ids, String.join(" ", ids(search(index, asked + " "))));
  }

  @Test
  void paperWithTheVersionOfANameRanksFirst() {
    var index =
        index(paper("one").en("EfficientNet"), paper("both").en("EfficientNet-B7 is large"));

    assertEquals(List.of("both", "one"), ids(search(index, "EfficientNetB7 ")));
  }

  @Test
  void findsTheWordsOfACompoundApart() {
    var index =
        index(paper("both").en("EfficientNet has B0 to B7"), paper("one").en("EfficientNet"));

    assertEquals(List.of("both"), ids(search(index, "EfficientNet-B7 ")));
  }

  @Test
  void findsTheWordThatAWordOfASentenceIsMisspeltFor() {
    var index = index(paper("a").en("MixMatch"), paper("b").ja("速度"));

    assertEquals(List.of("a"), ids(search(index, "MixMachとは")));
    assertEquals(List.of("a", "b"), ids(search(index, "MixMachの速度")).stream().sorted().toList());
  }

  @Test
  void findsALoanwordByTwoThirdsOfItsPairs() {
    var index = index(paper("a").ja("ネットワークにノイズ"), paper("b").titled("Speech"));

    assertEquals(List.of("a"), ids(search(index, "ネットワク")));
    assertEquals(List.of(), ids(search(index, "ベイズ")));
  }

  @Test
  void findsNothingByWordsThatSayNothing() {
    var index = index(paper("a").ja("なぜかの話をする"));

    for (var asked : List.of("なぜ", "の", "する", "とは")) {
      assertEquals(0, search(index, asked).total(), asked);
    }
    assertEquals(1, search(index, "\"なぜ\"").total());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ある",
        "ます",
        "ない",
        "から",
        "という",
        "こと",
        "これ",
        "それ",
        "より",
        "ではない",
        "the",
        "The ",
        "how ",
        "where ",
        "various ",
        "of the ",
        "the OR から"
      })
  void queryOfFunctionWordsFindsNothing(String asked) {
    var index =
        index(
            paper("a").ja("これはそれからあるという話ではないことより。よみます").en("How the various of it, where"),
            paper("b").ja("アルとアルバとナイとマス"));

    assertEquals(List.of(), ids(search(index, asked)));
  }

  @Test
  void functionWordsCountWhereTheyAreQuotedOrNames() {
    var index = index(paper("a").ja("しかないもの").en("IT of the a"), paper("b").en("Something else"));

    for (var asked : List.of("\"ない\"", "\"of the\"", "IT ", "a ")) {
      assertEquals(List.of("a"), ids(search(index, asked)), asked);
    }
  }

  @Test
  void functionWordsNeedNotOccurBesideATopic() {
    var index = index(paper("a").ja("物体検知を行う").en("Noise"), paper("b").ja("これから"));

    for (var asked : List.of("物体検知 から", "これ 物体検知", "various noise ", "those noise ")) {
      assertEquals(List.of("a"), ids(search(index, asked)), asked);
    }
  }

  @Test
  void genericWordsNeedNotOccurBesideATopic() {
    var index =
        index(
            paper("a").ja("物体検知を行う").en("About noise"),
            paper("b").ja("手法の解説と研究の紹介。モデルの実装").en("How it works: the best approach"));

    for (var asked :
        List.of(
            "物体検知 手法",
            "物体検知の手法",
            "物体検知における手法とは",
            "物体検知のモデル",
            "物体検知解説",
            "物体検知 実装",
            "noise explained ",
            "how does noise work ",
            "best noise paper ",
            "introduction to noise ")) {
      assertEquals(List.of("a"), ids(search(index, asked)), asked);
    }
    assertEquals(List.of(), ids(search(index, "量子計算の手法")));
    assertEquals(List.of(), ids(search(index, "how does quantum computing work ")));
  }

  @Test
  void genericWordsRankPapersThatHaveThem() {
    var index = index(paper("a").ja("物体検知を行う。別の話"), paper("b").ja("物体検知を行う。実装"));

    assertEquals(List.of("b", "a"), ids(search(index, "物体検知 実装")));
  }

  @Test
  void genericWordsAreFoundIfNothingElseIsAskedFor() {
    var index = index(paper("a").ja("手法の解説").en("The best approach"), paper("b").ja("別の話"));

    for (var asked : List.of("手法", "解説", "手法 解説", "best approach ", "\"手法\" 解説")) {
      assertEquals(List.of("a"), ids(search(index, asked)), asked);
    }
  }

  @Test
  void findsTheSectionOnlyByWhatItSaysAsAWhole() {
    var index =
        index(paper("a").in("s", "画像", "Images").en("Noise"), paper("b").in("s", "画像", "Images"));

    assertEquals(List.of("a", "b"), ids(search(index, "images ")));
    assertEquals(List.of("a"), ids(search(index, "images noise ")));
  }

  @Test
  void findsConceptsWithinAQuestion() {
    var index = index(paper("a").titled("Object Detection"), paper("b").titled("Speech"));

    assertEquals("a", ids(search(index, "物体検出とは何ですか")).getFirst());
  }

  @Test
  void findsInflectedConceptsWithinAQuestion() {
    var index = index(paper("a").ja("敵対的生成ネットワークを使う"), paper("b").titled("Speech"));

    assertEquals(List.of("a"), ids(search(index, "GANsとは何ですか")));
  }

  @ParameterizedTest
  @CsvSource({
    // One letter more, less, other; two exchanged
    "trainn, train",
    "trin, train",
    "troin, train",
    "trian, train",
    // In words of four letters, two exchanged only
    "lsos, loss",
    // The stemmer takes these for English, too
    "tunning, tuning",
    "distilation, distillation",
    // From six letters on, two of them
    "efficeintnets, efficientnet",
    "eficientnett, efficientnet",
    // The stemmer takes these for forms of short words
    "sicence, science",
    "techical, technical",
    // Indexed as criterion
    "crpiteria, criteria",
  })
  void putsTyposRight(String typo, String word) {
    var index = index(paper("a").en("We " + word + " it"), paper("b").en("Something else"));

    var found = search(index, typo + " ");

    assertEquals(List.of("a"), ids(found));
    assertEquals(Optional.of(word + " "), found.query().corrected());
  }

  @ParameterizedTest
  @CsvSource({
    "EfficentNet, efficientnet",
    "ＥｆｆｉｃｅｎｔＮｅｔ, efficientnet",
    "semi-supervsed, semi-supervised",
    "VQ-VEA, vqvae",
    // Papers have the plural
    "kermel, kernel",
    "imgae, image",
    // Broken at the end of a line
    "convolu- tionl, convolutional",
  })
  void typoIsCorrectedToWhatOccursInAnyForm(String typo, String corrected) {
    var index =
        index(
            paper("a")
                .en(
                    "EfficientNet, semi-supervised learning, VQ-VAE, kernels, images, convolutional"),
            paper("b").en("Something else"));

    var found = search(index, "we " + typo + " it ");

    assertEquals("a", ids(found).getFirst());
    assertEquals(Optional.of("we " + corrected + " it "), found.query().corrected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResNeXt", "trainn- tied", "seman- Trainn"})
  void wordThatMayBeRightIsNotCorrected(String word) {
    var index = index(paper("a").en("We train a ResNet, tied"), paper("b").en("Something else"));

    assertEquals(Optional.empty(), search(index, word + " ").query().corrected());
  }

  @Test
  void englishWordThatIsBrokenAtTheEndOfALineIsJoinedWhereItsEndIsAWordToo() {
    var end = paper("end").en("A tic");

    assertEquals(
        List.of("whole"), ids(search(index(paper("whole").en("Semantic"), end), "seman- tic ")));
    assertEquals(List.of(), ids(search(index(end), "seman- tic ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "troyn ",
        "tazk ",
        "rtain ",
        "efiicieentnett ",
        "dfiicientnet ",
        "ųpeed ",
        "健 ",
        "健康診断 "
      })
  void takesNothingFartherForATypo(String asked) {
    var index =
        index(paper("a").en("We train a task on efficientnet at speed"), paper("b").ja("見る。診断する"));

    assertEquals(Optional.empty(), search(index, asked).query().corrected());
  }

  @Test
  void ranksTheWordNearestToATypoFirst() {
    var index =
        index(paper("far").en("We use efficientned"), paper("near").en("We use efficientnet"));

    assertEquals(List.of("near", "far"), ids(search(index, "efficientnett ")));
  }

  @Test
  void guessesEightWordsAtMost() {
    var papers = new Papers.TestPaper[9];
    for (int n = 0; n < 9; n++) {
      papers[n] = paper("p" + n).en("flow" + (char) ('a' + n));
    }

    assertEquals(8, search(index(papers), "flowx ").total());
  }

  @Test
  void ranksACorrectedWordByItsWrittenFormAsWell() {
    var index =
        index(
            paper("singular").en("Theory of language"), paper("plural").en("Theory of languages"));

    assertEquals("plural", ids(search(index, "theory languagvs ")).getFirst());
  }

  @Test
  void doesNotTakeAnInflectedWordForATypo() {
    var index = index(paper("a").en("An autoencoder maps"), paper("b").en("Something else"));

    for (var asked : List.of("autoencoders ", "mapping ", "mapped ")) {
      assertEquals(Optional.empty(), search(index, asked).query().corrected(), asked);
    }
  }

  @Test
  void doesNotCorrectWhatIsFound() {
    var index = index(paper("a").en("A cart"), paper("b").en("A card"));

    var found = search(index, "cart ");

    assertEquals(List.of("a"), ids(found));
    assertEquals(Optional.empty(), found.query().corrected());
  }

  @Test
  void suspectsARareWordNextToAFrequentOne() {
    var papers = new Papers.TestPaper[21];
    for (int n = 0; n < 20; n++) {
      papers[n] = paper("p" + n).en("About attention");
    }
    papers[20] = paper("typo").en("About attenton");

    var found = search(index(papers), "attenton ");

    assertEquals(List.of("typo"), ids(found));
    assertEquals(Optional.of("attention "), found.query().suspected());
    assertEquals(Optional.empty(), search(index(papers), "attention ").query().suspected());
  }

  @Test
  void suspectsATypoInAPhraseThatIsNotFound() {
    var found = search(index(paper("a").en("About attention")), "\"attenton\"");

    assertEquals(List.of(), ids(found));
    assertEquals(Optional.of("\"attention\""), found.query().suspected());
    assertEquals(
        Optional.of("\" attention\""),
        search(index(paper("a").en("About attention")), "\" attenton\"").query().suspected());
    assertEquals(Optional.empty(), found.query().corrected());
  }

  @Test
  void suspectsNothingInAQueryOfMoreThanFourWords() {
    var papers = new Papers.TestPaper[21];
    for (int n = 0; n < 20; n++) {
      papers[n] = paper("p" + n).en("About attention for pictures");
    }
    papers[20] = paper("typo").en("About attenton for pictures");
    var index = index(papers);

    assertEquals(
        Optional.of("about attention for pictures "),
        search(index, "about attenton for pictures ").query().suspected());
    assertEquals(
        Optional.empty(), search(index, "about attenton for some pictures ").query().suspected());
  }

  @Test
  void suspectsNothingWhereTheNearestWordIsRareToo() {
    var papers = new Papers.TestPaper[22];
    for (int n = 0; n < 20; n++) {
      papers[n] = paper("p" + n).en("About attention");
    }
    papers[20] = paper("nearest").en("About atention");
    papers[21] = paper("typo").en("About atenton");

    var found = search(index(papers), "atenton ");

    assertEquals(List.of("typo"), ids(found));
    assertEquals(Optional.empty(), found.query().suspected());
  }

  @Test
  void takesTheLastWordForUnfinished() {
    var index = index(paper("a").titled("EfficientNet scaling"), paper("b").titled("Other"));

    assertEquals(List.of("a"), ids(search(index, "effic")));
    assertEquals(List.of("a"), ids(search(index, "scaling Effic")));
    assertEquals(0, search(index, "effic ").total());
    assertEquals(Optional.empty(), search(index, "effic").query().corrected());
  }

  @Test
  void leavesOutWhatIsExcluded() {
    var index =
        index(paper("a").en("GAN and VAE"), paper("b").en("GAN alone"), paper("c").en("Flow"));

    assertEquals(List.of("b"), ids(search(index, "GAN -VAE")));
    assertEquals(List.of("b", "c"), ids(search(index, "-VAE")));
    assertEquals(List.of("VAE"), search(index, "GAN -VAE").query().excluded());
    assertEquals(
        List.of("a", "b"), ids(search(index, "GAN -\"alone GAN\"")).stream().sorted().toList());
  }

  @Test
  void takesEitherOfTwo() {
    var index = index(paper("a").en("GAN"), paper("b").en("VAE here"), paper("c").en("Flow here"));

    assertEquals(List.of("a", "b"), ids(search(index, "GAN OR VAE")).stream().sorted().toList());
    assertEquals(
        List.of("b", "c"), ids(search(index, "here VAE OR Flow")).stream().sorted().toList());
    assertEquals(List.of("b"), ids(search(index, "VAE OR GAN here")));
  }

  @Test
  void answersWhateverTheNumberOfForms() {
    var words = new StringBuilder();
    for (char second = 'a'; second <= 'z'; second++) {
      for (char third = 'a'; third <= 'z'; third++) {
        words.append('w').append(second).append(third).append("ard ");
      }
    }
    var index = index(paper("all").en(words.toString()), paper("other").en("Something else"));
    var asked = new StringBuilder();
    for (char second = 'a'; second <= 'z'; second++) {
      asked.append("w%1$c%1$cardd ".formatted(second));
    }

    assertEquals("all", ids(search(index, asked.toString())).getFirst());
    assertEquals("all", ids(search(index, words.substring(0, 256))).getFirst());
    assertEquals(
        "all", ids(search(index, words.substring(0, 256).replace(" ", " OR "))).getFirst());
  }
}
