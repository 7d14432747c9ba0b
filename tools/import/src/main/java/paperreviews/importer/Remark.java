package paperreviews.importer;

/**
 * Something to be said of an article.
 *
 * @param line the line that it is about, counted from one; zero for the article as a whole
 * @param text a sentence
 */
record Remark(int line, String text) {}
