package paperreviews.local.child;

/**
 * What the client's {@code DNSManager} does before a snapshot; here no address is ever looked up.
 */
public final class JavaDnsManager {
  private JavaDnsManager() {}

  /** Does nothing. */
  public static void clearCache() {}
}
