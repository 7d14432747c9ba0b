/**
 * How the catalogue lies in the table: one class for the keys, one for each kind of item, and what
 * reads them. Every read counts its read units.
 */
package paperreviews.store;
