package paperreviews.model;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one mapping between records and JSON: for the API's answers, the table's items and review
 * files. Absent optional values are left out; times are ISO 8601 texts in UTC.
 */
public final class Json {
  /** Reads and writes all JSON of this project. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(Include.NON_ABSENT))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private Json() {}

  /**
   * Returns the fields of a JSON object.
   *
   * @throws tools.jackson.core.JacksonException if it is not a JSON object
   */
  public static Map<String, Object> map(byte[] json) {
    return MAPPER.readValue(json, OBJECT);
  }

  /**
   * Returns the fields of a JSON object.
   *
   * @throws tools.jackson.core.JacksonException if it is not a JSON object
   */
  public static Map<String, Object> map(String json) {
    return MAPPER.readValue(json, OBJECT);
  }
}
