/** Evaluates search on test collections. Nothing that is deployed knows of it. */
package paperreviews.benchmark;
