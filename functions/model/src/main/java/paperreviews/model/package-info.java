/** What the catalogue is: articles of sections of reviewed papers, in one language or in both. */
package paperreviews.model;
