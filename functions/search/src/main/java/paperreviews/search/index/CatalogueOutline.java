package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Paper.SectionHeading;

/**
 * The articles and sections that have papers, in the catalogue's order, as they travel with the
 * index. A paper of the index knows the number of its section, counted from 0.
 *
 * @param articles the articles
 * @param sections the sections
 * @param articleOf the number of each section's article, counted from 0
 */
public record CatalogueOutline(
    List<ArticleHeading> articles, List<SectionHeading> sections, int[] articleOf) {
  /** The file that holds it among those of the index. */
  static final String FILE = "outline";

  /** Stands for what is not there. */
  public static final int NOWHERE = -1;

  /**
   * An article, as far as it is shown beside what it holds.
   *
   * @param id its id
   * @param title its title
   * @param year the year of publication of the papers that it reviews
   */
  public record ArticleHeading(String id, Bilingual title, int year) {}

  private static CatalogueOutline of(List<ArticleHeading> articles, List<SectionHeading> sections) {
    var numbers = new LinkedHashMap<String, Integer>();
    for (var article : articles) {
      numbers.put(article.id(), numbers.size());
    }
    var articleOf = new int[sections.size()];
    for (int n = 0; n < articleOf.length; n++) {
      articleOf[n] = numbers.get(sections.get(n).articleId());
    }
    return new CatalogueOutline(articles, sections, articleOf);
  }

  /** The outline of a catalogue. */
  static CatalogueOutline of(Catalogue catalogue) {
    var sections = new LinkedHashMap<String, SectionHeading>();
    catalogue.papers().forEach(paper -> sections.put(paper.section().id(), paper.section()));
    return of(
        catalogue.articles().stream()
            .map(article -> new ArticleHeading(article.id(), article.title(), article.year()))
            .toList(),
        List.copyOf(sections.values()));
  }

  /** The numbers of the sections by their ids. */
  Map<String, Integer> numbers() {
    var numbers = new LinkedHashMap<String, Integer>();
    sections.forEach(section -> numbers.put(section.id(), numbers.size()));
    return numbers;
  }

  /** The number of a section, or {@link #NOWHERE}. */
  public int section(String id) {
    return sections.stream().map(SectionHeading::id).toList().indexOf(id);
  }

  /** The number of an article, or {@link #NOWHERE}. */
  public int article(String id) {
    return articles.stream().map(ArticleHeading::id).toList().indexOf(id);
  }

  byte[] write() {
    var out = new ByteBuffersDataOutput();
    try {
      out.writeVInt(articles.size());
      for (var article : articles) {
        out.writeString(article.id());
        write(article.title(), out);
        out.writeVInt(article.year());
      }
      out.writeVInt(sections.size());
      for (var section : sections) {
        out.writeString(section.id());
        out.writeString(section.articleId());
        out.writeVInt(section.number());
        write(section.title(), out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toArrayCopy();
  }

  static CatalogueOutline read(byte[] file) {
    var in = new ByteArrayDataInput(file);
    try {
      var articles = new ArrayList<ArticleHeading>();
      for (int left = in.readVInt(); left > 0; left--) {
        articles.add(new ArticleHeading(in.readString(), bilingual(in), in.readVInt()));
      }
      var sections = new ArrayList<SectionHeading>();
      for (int left = in.readVInt(); left > 0; left--) {
        sections.add(
            new SectionHeading(in.readString(), in.readString(), in.readVInt(), bilingual(in)));
      }
      return of(articles, sections);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void write(Bilingual text, DataOutput out) throws IOException {
    out.writeString(text.ja());
    out.writeString(text.en());
  }

  private static Bilingual bilingual(DataInput in) throws IOException {
    return new Bilingual(in.readString(), in.readString());
  }
}
