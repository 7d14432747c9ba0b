package paperreviews.seed;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import paperreviews.editions.LeaseLostException;
import paperreviews.editions.LostRaceException;
import paperreviews.editions.Rollback;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** What a failure tells the user: what went wrong, and how to mend it. */
final class Failure {
  private static final String GO_ON =
      "Readers see nothing half-written. Run the same command again to go on.";

  /**
   * The errors of DynamoDB that concern whoever asks, beside those with status 403.
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

  private Failure() {}

  static String sentence(Exception failure) {
    return switch (failure) {
      case FaultyReviewsException faults ->
          "%s%nFaults: %d. Nothing was published."
              .formatted(faults.getMessage(), faults.faults().size());
      case LostRaceException lost -> lost.getMessage();
      case LeaseLostException lost -> lost.getMessage();
      case Rollback.RefusedException refused -> refused.getMessage();
      case ResourceNotFoundException _ ->
          "There is no table of that name. --stack finds it; check --region and --endpoint, too.";
      case MissingCredentialsException missing -> missing.getMessage();
      case StackOutputs.UnknownTableException unknown -> unknown.getMessage();
      case AwsServiceException refusal -> sentence(refusal);
      case SdkException sdk -> sentence(sdk);
      default -> "Could not be done: " + failure;
    };
  }

  private static String sentence(AwsServiceException refusal) {
    var details = refusal.awsErrorDetails();
    var why = details == null ? refusal.getMessage() : details.errorMessage();
    if (refusal.isThrottlingException() || refusal.statusCode() >= 500) {
      return "The table is too busy or out of order: %s%n%s".formatted(why, GO_ON);
    }
    if (details != null && OF_CREDENTIALS.contains(details.errorCode())
        || refusal.statusCode() == 403) {
      return "AWS does not accept these credentials for that: " + why;
    }
    return "The table refuses that: " + why;
  }

  private static String sentence(SdkException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "There is no host %s; check --region, --endpoint and the network."
            .formatted(cause.getMessage());
      }
      if (cause instanceof IOException) {
        return "The table cannot be reached: %s%n%s"
            .formatted(
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()),
                GO_ON);
      }
    }
    return "The table failed: " + failure.getMessage();
  }
}
