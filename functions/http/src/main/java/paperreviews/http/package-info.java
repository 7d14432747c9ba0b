/**
 * One request in, one answer out: what every function shares.
 *
 * <p>A function is an {@link paperreviews.http.ApiFunction} with its routes. A {@link
 * paperreviews.http.Route} reads a request into a {@link paperreviews.http.Question}; the question
 * is put to the current edition and gives an {@link paperreviews.http.Answer}. In between, a client
 * that has the answer already is told so (304). Whatever is refused on the way is a {@link
 * paperreviews.http.Refusal} with its {@link paperreviews.http.Problem}.
 */
package paperreviews.http;
