/** What the tests share: a real table, made-up reviews, and a look at every request. */
package paperreviews.testing;
