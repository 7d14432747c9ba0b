package paperreviews.importer;

import java.util.List;

/**
 * A section's title and its papers.
 *
 * @param title the title
 * @param papers the papers in order; to be added to
 */
record FoundSection(Headline title, List<FoundPaper> papers) {}
