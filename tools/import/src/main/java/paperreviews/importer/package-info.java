/**
 * An article as its author publishes it, text or Markdown, into the form of a review file.
 *
 * <p>{@link paperreviews.importer.ArticleReader} finds sections, papers and links, {@link
 * paperreviews.importer.ImportedArticle} holds them, {@link paperreviews.importer.ReviewFileWriter}
 * writes them down.
 */
package paperreviews.importer;
