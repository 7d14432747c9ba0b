package paperreviews.seed;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * The outputs and parameters of a deployed stack.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html">DescribeStacks</a>
 */
final class StackOutputs {
  private final CloudFormationClient client;

  StackOutputs(CloudFormationClient client) {
    this.client = client;
  }

  /** There is no such stack, or it lacks an output. */
  static final class UnknownStackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UnknownStackException(String message, AwsServiceException cause) {
      super(message, cause);
    }
  }

  /** Returns the value of a stack's output, such as {@code TableName}. */
  String find(String stack, String name) {
    return describe(stack).outputs().stream()
        .filter(output -> name.equals(output.outputKey()))
        .map(Output::outputValue)
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownStackException(
                    "The stack %s has no output %s: either it is not a stack of template.yaml, or its deployment is not done."
                        .formatted(stack, name),
                    null));
  }

  /** Returns the value of a stack's parameter, such as {@code AllowedOrigins}, if it has one. */
  Optional<String> parameter(String stack, String name) {
    return describe(stack).parameters().stream()
        .filter(parameter -> name.equals(parameter.parameterKey()))
        .map(Parameter::parameterValue)
        .findFirst();
  }

  private Stack describe(String stack) {
    try {
      return client.describeStacks(request -> request.stackName(stack)).stacks().stream()
          .findFirst()
          .orElseThrow(() -> new UnknownStackException(Failure.NOT_AWS, null));
    } catch (CloudFormationException failure) {
      if (isUnknownStack(failure)) {
        throw new UnknownStackException(
            "There is no stack %s in this account and region. \"sam deploy\" makes it; check --stack and --region."
                .formatted(stack),
            failure);
      }
      throw failure;
    }
  }

  private static boolean isUnknownStack(CloudFormationException failure) {
    var details = failure.awsErrorDetails();
    return details != null
        && "ValidationError".equals(details.errorCode())
        && details.errorMessage() != null
        && details.errorMessage().contains("does not exist");
  }
}
