/** Measures starts, load, and how well search finds. Nothing that is deployed knows of it. */
package paperreviews.benchmark;
