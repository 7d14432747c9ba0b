/** How texts are analysed: one spelling for each word, and tokens that know their places. */
package paperreviews.search.analysis;
