/**
 * What runs in a function's own JVM, beside the runtime interface client; it uses nothing else of
 * this project.
 */
package paperreviews.local.child;
