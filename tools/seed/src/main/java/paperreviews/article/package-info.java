/**
 * An article as its author publishes it, text or Markdown, into the form of a review file.
 *
 * <p>{@link paperreviews.article.ArticleReader} finds sections, papers and links, {@link
 * paperreviews.article.ImportedArticle} holds them, {@link paperreviews.article.ReviewFileWriter}
 * writes them down.
 */
package paperreviews.article;
