/** Papers that are like a paper. */
package paperreviews.search.related;
