/** Queries: how they are parsed, expanded, and run. */
package paperreviews.search.query;
