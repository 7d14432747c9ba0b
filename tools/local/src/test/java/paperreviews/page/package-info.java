/** Tests of the page, {@code web/}, in a browser. */
package paperreviews.page;
