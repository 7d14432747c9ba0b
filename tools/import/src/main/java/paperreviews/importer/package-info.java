/**
 * An article as its author publishes it, text or Markdown, into the form of a review file.
 *
 * <p>{@link paperreviews.importer.ArticleReader} reads in this order:
 *
 * <ol>
 *   <li>{@code ArticleText}, {@code FrontMatter}, {@code MarkdownCleaner}: the text, in Markdown;
 *   <li>{@code Lines}: what CommonMark takes each line for, with its words as {@code Inline};
 *   <li>{@code FormFinder}: how the titles of papers are set, decided once for the article, as
 *       {@code ArticleForm}; {@code FieldReader} reads what is below each {@code Title};
 *   <li>{@code Sections}: the sections by headings, else by {@code NumberedSections}, and the
 *       {@code ClosingPart};
 *   <li>{@code DoubtfulTitles}, {@code LeftOutParts}, {@code LostTitles}, {@code LinesAbovePapers}:
 *       refuse what may be something else than it was taken for;
 *   <li>{@code Texts}, {@code Links}, {@code Languages}, {@code Metadata}, {@code PaperIds}: what
 *       the review file says.
 * </ol>
 *
 * <p>{@link paperreviews.importer.ImportedArticle} is the result, {@link
 * paperreviews.importer.ReviewFileWriter} writes it, and {@code ReviewFileMerge} merges it into a
 * review file that exists.
 */
package paperreviews.importer;
