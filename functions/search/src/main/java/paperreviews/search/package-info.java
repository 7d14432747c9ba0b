/**
 * Search over the reviews of one edition.
 *
 * <p>A search passes these packages in one direction: a {@linkplain
 * paperreviews.search.query.SearchRequest request} becomes a query ({@code query}), the query finds
 * documents in the index ({@code index}), and the documents are shown ({@code result}). Texts are
 * analysed the same way on all of it ({@code analysis}). {@link paperreviews.search.SearchIndex} is
 * the entry.
 */
package paperreviews.search;
