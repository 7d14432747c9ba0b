/** What a search finds: hits with highlights, and facets. */
package paperreviews.search.result;
