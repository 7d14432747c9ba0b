/**
 * Review files in, an edition in the table out.
 *
 * <p>{@link paperreviews.seed.ReviewFiles} reads and checks; {@link paperreviews.editions.Editions}
 * publishes; {@link paperreviews.seed.Seed} is the command around both.
 */
package paperreviews.seed;
