package paperreviews.seed;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import paperreviews.editions.LeaseLostException;
import paperreviews.editions.LostRaceException;
import paperreviews.editions.NotDynamoDbException;
import paperreviews.editions.Printable;
import paperreviews.editions.RollbackRefusedException;
import paperreviews.store.UnreadableEditionException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParseException;

/** What is printed about a failure: what went wrong, and how to fix it. */
final class Failure {
  private static final String GO_ON =
      "Readers see nothing half-written. Run the same command again to go on.";

  /**
   * The errors of AWS that concern the caller's credentials, beside those with status 403.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Errors</a>
   */
  private static final Set<String> OF_CREDENTIALS =
      Set.of(
          "AccessDeniedException",
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "UnrecognizedClientException");

  /** What is said of an answer that no service of AWS would send. */
  static final String NOT_AWS =
      "Another server answers in the place of AWS; check --endpoint, the proxy settings and the network.";

  /** How the SDK begins its messages about answers that it cannot read. */
  private static final String UNREADABLE = "Unable to unmarshall response";

  private static final int MAX_REASON = 500;

  private Failure() {}

  static String sentence(Exception failure) {
    return switch (failure) {
      case FaultyReviewsException faults ->
          "%s%nFaults: %d. Nothing was published."
              .formatted(faults.getMessage(), faults.faults().size());
      case LostRaceException lost -> printable(lost.getMessage());
      case LeaseLostException lost -> printable(lost.getMessage());
      case RollbackRefusedException refused -> printable(refused.getMessage());
      case ResourceNotFoundException _ ->
          "There is no table of that name. --stack finds it; check --region and --endpoint, too.";
      case MissingCredentialsException missing -> missing.getMessage();
      case StackOutputs.UnknownStackException unknown -> printable(unknown.getMessage());
      case UnreadableEditionException damaged ->
          printable(damaged.getMessage())
              + "%nDelete this item and publish again: see \"A damaged pointer\" in docs/runbook.md."
                  .formatted();
      case NotDynamoDbException _ -> NOT_AWS;
      case AwsServiceException refusal -> sentence(refusal);
      case SdkException sdk -> sentence(sdk);
      default -> "Failed: " + printable(failure.toString());
    };
  }

  private static String sentence(AwsServiceException refusal) {
    var service = refusal instanceof DynamoDbException ? "The table" : "CloudFormation";
    var details = Optional.ofNullable(refusal.awsErrorDetails());
    var code = details.map(AwsErrorDetails::errorCode).orElse("");
    var reason = details.map(AwsErrorDetails::errorMessage).map(String::strip).orElse("");
    var why =
        reason.isEmpty() ? "it answers with status %d".formatted(refusal.statusCode()) : reason;
    if (refusal.isThrottlingException() || refusal.statusCode() >= 500) {
      return "%s is too busy or out of order: %s%n%s".formatted(service, printable(why), GO_ON);
    }
    // Every refusal by AWS has a code.
    if (code.isEmpty() || refusal.statusCode() < 400 || refusal.statusCode() == 407) {
      return "Status %d comes from a proxy or another server in the place of AWS%s; check --endpoint, the proxy settings and the network."
          .formatted(refusal.statusCode(), reason.isEmpty() ? "" : ": " + printable(reason));
    }
    if (OF_CREDENTIALS.contains(code) || refusal.statusCode() == 403) {
      return "AWS does not accept these credentials for that: " + printable(why);
    }
    return "%s refuses that: %s".formatted(service, printable(why));
  }

  private static String sentence(SdkException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "There is no host %s; check --region, --endpoint and the network."
            .formatted(printable(cause.getMessage()));
      }
      if (cause instanceof JsonParseException) {
        return NOT_AWS;
      }
      if (cause instanceof IOException) {
        return "The endpoint cannot be reached: %s%n%s"
            .formatted(
                printable(
                    Objects.requireNonNullElse(
                        cause.getMessage(), cause.getClass().getSimpleName())),
                GO_ON);
      }
    }
    var message = String.valueOf(failure.getMessage());
    return message.startsWith(UNREADABLE) ? NOT_AWS : "The request failed: " + printable(message);
  }

  private static String printable(String text) {
    return Printable.of(Printable.shortened(text, MAX_REASON));
  }
}
