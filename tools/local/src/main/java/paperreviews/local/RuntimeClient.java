package paperreviews.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import paperreviews.local.child.JavaDnsManager;
import paperreviews.local.child.JavaNativeClient;
import paperreviews.local.child.Launcher;
import software.amazon.awssdk.crt.CRT;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The runtime interface client, ready to be started for any function.
 *
 * @param classPath its class path, without the function's own jars: it finds those itself
 * @param options the options of the JVM that it needs
 */
record RuntimeClient(List<Path> classPath, List<String> options) {
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client";

  /**
   * Prepares it in a folder.
   *
   * @param inJava whether to do without the native library even where there is one
   */
  static RuntimeClient prepare(Path folder, boolean inJava) throws IOException {
    var classPath =
        Stream.of(
                Launcher.class,
                AWSLambda.class,
                Context.class,
                PojoSerializer.class,
                SdkInternalThreadLocal.class)
            .map(RuntimeClient::origin)
            .distinct()
            .toList();
    var library = inJava ? Optional.<String>empty() : nativeLibrary();
    if (library.isEmpty()) {
      var replacements = Files.createDirectories(folder.resolve("replacements"));
      delegate(CLIENT + ".runtimeapi.NativeClient", JavaNativeClient.class, replacements);
      delegate("com.amazonaws.services.lambda.crac.DNSManager", JavaDnsManager.class, replacements);
      var withReplacements = new ArrayList<>(List.of(replacements));
      withReplacements.addAll(classPath);
      // A function's jar holds the SDK's native library for Lambda's systems only.
      withReplacements.add(origin(CRT.class));
      return new RuntimeClient(List.copyOf(withReplacements), List.of());
    }
    // The client would unpack it to one fixed place, where functions started together collide.
    var unpacked = folder.resolve(library.get());
    try (var packed = AWSLambda.class.getResourceAsStream("/jni/" + library.get())) {
      Files.copy(packed, unpacked);
    }
    return new RuntimeClient(
        classPath, List.of("-D" + CLIENT + ".runtimeapi.NativeClient.JNI=" + unpacked));
  }

  /** Returns the file name of the client's native library for this platform, if it has one. */
  private static Optional<String> nativeLibrary() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> Optional.of(nativeLibrary("x86_64", "x86_64"));
      case "aarch64" -> Optional.of(nativeLibrary("aarch64", "aarch_64"));
      default -> Optional.empty();
    };
  }

  private static String nativeLibrary(String architecture, String name) {
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + architecture + ".so.1"));
    return "libaws-lambda-jni.linux" + (musl ? "_musl" : "") + "-" + name + ".so";
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No file holds " + type, e);
    }
  }

  /**
   * Writes a class whose static methods call those of another. First on the class path, it takes
   * the place of the client's own class, without a class of that name among ours.
   */
  private static void delegate(String name, Class<?> to, Path folder) throws IOException {
    var file = folder.resolve(name.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    var bytes =
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                type -> {
                  for (var method : to.getDeclaredMethods()) {
                    if (Modifier.isPublic(method.getModifiers())) {
                      type.withMethodBody(
                          method.getName(),
                          descriptor(method),
                          ClassFile.ACC_STATIC,
                          code -> {
                            int slot = 0;
                            for (var parameter : method.getParameterTypes()) {
                              var kind = TypeKind.from(parameter);
                              code.loadLocal(kind, slot);
                              slot += kind.slotSize();
                            }
                            code.invokestatic(
                                ClassDesc.of(to.getName()), method.getName(), descriptor(method));
                            code.return_(TypeKind.from(method.getReturnType()));
                          });
                    }
                  }
                });
    Files.write(file, bytes);
  }

  private static MethodTypeDesc descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .describeConstable()
        .orElseThrow();
  }
}
