package paperreviews.model;

/**
 * A paper as lists show it.
 *
 * @param id unique over the catalogue: the arXiv number without version, the OpenReview forum id,
 *     or a slug of the title
 * @param title its title, as the article gives it
 * @param url its address
 * @param sectionId the section that reviews it
 * @param number its number within the section
 * @param keywords its methods, tasks and data sets
 */
public record PaperSummary(
    String id, String title, String url, String sectionId, int number, Keywords keywords) {}
