package paperreviews.search;

import paperreviews.model.Bilingual;
import paperreviews.model.PaperSummary;

/**
 * A paper with its review, as the index has it.
 *
 * @param summary the paper as lists show it
 * @param review the review
 */
public record ReviewedPaper(PaperSummary summary, Bilingual review) {}
