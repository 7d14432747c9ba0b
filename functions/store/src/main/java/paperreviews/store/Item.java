package paperreviews.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import paperreviews.model.Bilingual;
import paperreviews.model.Keywords;
import paperreviews.model.Link;

/**
 * An item of the table, or a map inside one: the same names going in and coming out.
 *
 * <p>Reading a field that an item lacks fails: within an edition, every item is whole.
 *
 * @param attributes the attributes by name
 */
public record Item(Map<String, Attribute> attributes) {

  /** An item with a key and nothing else yet. */
  public static Item at(Key key) {
    return new Item(new HashMap<>()).with(Key.PARTITION, key.pk()).with(Key.SORT, key.sk());
  }

  /** Where this item lies. */
  public Key key() {
    return new Key(text(Key.PARTITION), text(Key.SORT));
  }

  /** Adds a text. */
  public Item with(String name, String value) {
    return with(name, new Attribute.Text(value));
  }

  /** Adds a number. */
  public Item with(String name, long value) {
    return with(name, new Attribute.Number(Long.toString(value)));
  }

  /** Adds bytes, without copying them. */
  public Item with(String name, byte[] value) {
    return with(name, new Attribute.Binary(value));
  }

  Item with(String name, Bilingual value) {
    return with(name, map().with("ja", value.ja()).with("en", value.en()));
  }

  Item with(String name, Keywords value) {
    return with(name, map().with("ja", value.ja()).with("en", value.en()));
  }

  Item with(String name, List<String> values) {
    return with(
        name, new Attribute.Many(values.stream().<Attribute>map(Attribute.Text::new).toList()));
  }

  Item with(String name, Item value) {
    return with(name, new Attribute.Fields(value.attributes));
  }

  /** Adds a list of maps. */
  public <T> Item with(String name, List<T> values, Function<T, Item> asItem) {
    return with(
        name,
        new Attribute.Many(
            values.stream()
                .<Attribute>map(value -> new Attribute.Fields(asItem.apply(value).attributes))
                .toList()));
  }

  Item withLinks(List<Link> links) {
    return with(
        "links",
        links,
        link -> {
          var item = map().with("kind", link.kind().word()).with("title", link.title());
          link.url().ifPresent(url -> item.with("url", url));
          return item;
        });
  }

  private Item with(String name, Attribute value) {
    attributes.put(name, value);
    return this;
  }

  /** A new map to put into an item. */
  public static Item map() {
    return new Item(new HashMap<>());
  }

  /** The text in a field. */
  public String text(String name) {
    return text(attributes.get(name));
  }

  private static String text(Attribute value) {
    return ((Attribute.Text) value).value();
  }

  /** The text in a field, if the item has it. */
  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(Item::text);
  }

  /** The whole number in a field. */
  public int number(String name) {
    return Integer.parseInt(((Attribute.Number) attributes.get(name)).digits());
  }

  /** The bytes in a field, not copied. */
  public byte[] bytes(String name) {
    return ((Attribute.Binary) attributes.get(name)).bytes();
  }

  /** The maps in a field's list. */
  public <T> List<T> list(String name, Function<Item, T> fromItem) {
    return values(name).stream().map(value -> fromItem.apply(fields(value))).toList();
  }

  private List<Attribute> values(String name) {
    return ((Attribute.Many) attributes.get(name)).values();
  }

  private static Item fields(Attribute value) {
    return new Item(((Attribute.Fields) value).values());
  }

  Optional<Item> item(String name) {
    return Optional.ofNullable(attributes.get(name)).map(Item::fields);
  }

  Bilingual bilingual(String name) {
    var texts = item(name).orElseThrow();
    return new Bilingual(texts.text("ja"), texts.text("en"));
  }

  Keywords keywords(String name) {
    var words = item(name).orElseThrow();
    return new Keywords(words.texts("ja"), words.texts("en"));
  }

  private List<String> texts(String name) {
    return values(name).stream().map(Item::text).toList();
  }

  List<Link> links() {
    return list(
        "links",
        link ->
            new Link(
                Link.Kind.of(link.text("kind")).orElseThrow(),
                link.text("title"),
                link.optionalText("url")));
  }
}
