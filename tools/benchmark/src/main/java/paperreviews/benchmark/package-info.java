/** Measures what the README claims. Nothing that is deployed knows of it. */
package paperreviews.benchmark;
