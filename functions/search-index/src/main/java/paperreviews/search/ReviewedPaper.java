package paperreviews.search;

import paperreviews.catalogue.Bilingual;
import paperreviews.catalogue.PaperSummary;

/**
 * A paper with its review, as the index has it.
 *
 * @param summary the paper as lists show it
 * @param review the review
 */
public record ReviewedPaper(PaperSummary summary, Bilingual review) {}
