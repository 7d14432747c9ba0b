/**
 * The API as a client sees it: the real functions on the real runtime interface client, behind the
 * template's routes, over DynamoDB Local, with the project's own reviews.
 */
package paperreviews.acceptance;
