/**
 * One request in, one answer out: what every function shares.
 *
 * <p>A function is an {@link paperreviews.api.ApiFunction} with its routes. A {@link
 * paperreviews.api.Route} reads a request into a {@link paperreviews.api.Question}; the question is
 * put to the current edition and gives an {@link paperreviews.api.Answer}. In between, a client
 * that has the answer already is told so (304). Whatever is refused on the way is a {@link
 * paperreviews.api.Refusal} with its {@link paperreviews.api.Problem}.
 */
package paperreviews.api;
