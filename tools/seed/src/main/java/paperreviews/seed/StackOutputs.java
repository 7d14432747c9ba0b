package paperreviews.seed;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;

/**
 * What a deployed stack says of itself.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html">DescribeStacks</a>
 */
final class StackOutputs {
  private static final String TABLE = "TableName";

  private final CloudFormationClient client;

  StackOutputs(CloudFormationClient client) {
    this.client = client;
  }

  /** There is no such stack, or it has no table. */
  static final class UnknownTableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UnknownTableException(String message, AwsServiceException cause) {
      super(message, cause);
    }
  }

  /** The name of a stack's table. */
  String table(String stack) {
    try {
      return client.describeStacks(request -> request.stackName(stack)).stacks().stream()
          .flatMap(found -> found.outputs().stream())
          .filter(output -> output.outputKey().equals(TABLE))
          .map(Output::outputValue)
          .findFirst()
          .orElseThrow(
              () ->
                  new UnknownTableException(
                      "The stack %s has no output %s: either it is not a stack of template.yaml, or its deployment is not done."
                          .formatted(stack, TABLE),
                      null));
    } catch (CloudFormationException failure) {
      var details = failure.awsErrorDetails();
      if (details != null
          && details.errorCode().equals("ValidationError")
          && details.errorMessage().contains("does not exist")) {
        throw new UnknownTableException(
            "There is no stack %s in this account and region. \"sam deploy\" makes it; check --stack and --region."
                .formatted(stack),
            failure);
      }
      throw failure;
    }
  }
}
