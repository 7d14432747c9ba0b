package paperreviews.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A word or a phrase of a query, with all that counts as it.
 *
 * @param keyword as it was asked for
 * @param quoted whether it stood in quotes
 * @param forms other spellings, corrections and names of the same concept
 */
record Wanted(Keyword keyword, boolean quoted, List<Form> forms) {

  /**
   * Something that counts as a keyword.
   *
   * @param keyword what is looked for
   * @param weight how much it counts beside the keyword itself: 1 for another spelling, less for a
   *     guess or another name
   */
  record Form(Keyword keyword, float weight) {
    boolean isSpelling() {
      return weight == 1;
    }

    /** Written out: what a record has by itself is put together when it is first used. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Form form && keyword.equals(form.keyword) && weight == form.weight;
    }

    @Override
    public int hashCode() {
      return keyword.hashCode();
    }
  }

  Wanted with(Collection<Form> more) {
    var all = new LinkedHashSet<>(forms);
    return all.addAll(more) ? new Wanted(keyword, quoted, List.copyOf(all)) : this;
  }

  /** The keyword itself and all that counts as it. */
  List<Keyword> all() {
    var all = new ArrayList<Keyword>();
    all.add(keyword);
    for (var form : forms) {
      all.add(form.keyword);
    }
    return all;
  }

  /** The keyword itself and its other spellings. */
  List<Keyword> spellings() {
    var spellings = new ArrayList<Keyword>();
    spellings.add(keyword);
    for (var form : forms) {
      if (form.isSpelling()) {
        spellings.add(form.keyword);
      }
    }
    return spellings;
  }
}
