package paperreviews.seed;

import software.amazon.awssdk.core.exception.SdkClientException;

/** Nothing on this machine says who asks AWS. */
final class MissingCredentialsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingCredentialsException(SdkClientException cause) {
    super(
        "There are no AWS credentials. Sign in with the AWS CLI, or set AWS_PROFILE, or"
            + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
        cause);
  }
}
