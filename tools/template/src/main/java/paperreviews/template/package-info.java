/**
 * What the SAM template says of the API: its functions, routes, CORS configuration and table.
 *
 * <pre>{@code
 * Template template = Template.read(Path.of("template.yaml"));
 * template.functions().forEach(function -> System.out.println(function.routes()));
 * }</pre>
 */
package paperreviews.template;
