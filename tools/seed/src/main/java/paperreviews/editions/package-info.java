/**
 * The editions of a table: published, listed, taken back and deleted, by as many people at a time
 * as may be. {@link paperreviews.editions.EditionRegister} tells how none of them hurts a reader.
 */
package paperreviews.editions;
