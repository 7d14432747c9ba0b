/**
 * How the catalogue is stored in the table: {@link paperreviews.store.Key} defines all keys, {@link
 * paperreviews.store.Item} converts between records and items, and the other classes read them.
 */
package paperreviews.store;
