/** Suggestions while the reader types. */
package paperreviews.search.suggest;
