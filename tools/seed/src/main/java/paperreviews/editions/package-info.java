/**
 * The editions of a table: {@link paperreviews.editions.Editions} publishes, lists, rolls back and
 * deletes them, and {@link paperreviews.editions.EditionRegister} explains why any number of
 * seeders may do so at the same time.
 */
package paperreviews.editions;
