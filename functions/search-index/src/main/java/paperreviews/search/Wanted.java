package paperreviews.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

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
  }

  Wanted with(Collection<Form> more) {
    var all = new LinkedHashSet<>(forms);
    return all.addAll(more) ? new Wanted(keyword, quoted, List.copyOf(all)) : this;
  }

  /** The keyword itself and all that counts as it. */
  Stream<Keyword> all() {
    return Stream.concat(Stream.of(keyword), forms.stream().map(Form::keyword));
  }

  /** The keyword itself and its other spellings. */
  Stream<Keyword> spellings() {
    return Stream.concat(
        Stream.of(keyword), forms.stream().filter(Form::isSpelling).map(Form::keyword));
  }
}
