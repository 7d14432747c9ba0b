package paperreviews.searchpapers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paperreviews.search.result.TextPart;

/** Marked texts in answers. */
final class Parts {
  private Parts() {}

  static List<Map<String, Object>> json(List<TextPart> parts) {
    var json = new ArrayList<Map<String, Object>>();
    for (var part : parts) {
      json.add(json(part));
    }
    return json;
  }

  private static Map<String, Object> json(TextPart part) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("text", part.text());
    fields.put("match", part.match());
    return fields;
  }
}
