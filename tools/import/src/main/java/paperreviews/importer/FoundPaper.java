package paperreviews.importer;

import java.util.Optional;

/**
 * A title with an address.
 *
 * @param title the title
 * @param address the line below with the address; null where the title is a link
 * @param ofTitle the address of a title that is a link
 */
record FoundPaper(Headline title, AddressLine address, Optional<String> ofTitle) {
  String url() {
    return ofTitle.orElseGet(() -> address.addresses().getFirst());
  }

  /** The last line of what stands above its review. */
  int end() {
    return address == null ? title.at() : address.at();
  }
}
