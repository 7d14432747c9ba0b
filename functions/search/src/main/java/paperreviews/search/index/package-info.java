/** The index of an edition: its documents, how it is packed, and how it is opened. */
package paperreviews.search.index;
