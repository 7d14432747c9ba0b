package paperreviews.searchpapers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paperreviews.search.Part;

/** Marked texts in answers. */
final class Parts {
  private Parts() {}

  static List<Map<String, Object>> json(List<Part> parts) {
    var json = new ArrayList<Map<String, Object>>();
    for (var part : parts) {
      json.add(json(part));
    }
    return json;
  }

  private static Map<String, Object> json(Part part) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("text", part.text());
    fields.put("match", part.match());
    return fields;
  }
}
