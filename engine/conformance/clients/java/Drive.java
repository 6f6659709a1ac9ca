import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Drives an engine with the Java client and its defaults: address of REST, address of gRPC, folder of the models. */
public final class Drive {
  private static void expect(final boolean holds, final String what) {
    if (!holds) throw new AssertionError("Expected " + what + ", but it is not so");
    System.out.println("ok " + what);
  }

  private static void await(final BooleanSupplier holds, final String what) throws InterruptedException {
    final long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.getAsBoolean() && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(50);
    expect(holds.getAsBoolean(), what);
  }

  public static void main(final String[] arguments) throws Exception {
    for (final boolean isRest : List.of(true, false)) {
      final var builder = CamundaClient.newClientBuilder()
          .restAddress(URI.create(arguments[0]))
          .grpcAddress(URI.create(arguments[1]))
          .preferRestOverGrpc(isRest);
      try (var client = builder.build()) {
        System.out.println(isRest ? "over REST" : "over gRPC");
        drive(client, arguments[2], isRest);
      }
    }
  }

  private static void drive(final CamundaClient client, final String folder, final boolean isRest) throws Exception {
    expect(client.newTopologyRequest().send().join().getClusterSize() == 1, "one cluster");
    final var deployed = client.newDeployResourceCommand()
        .addResourceFile(folder + "/application.form")
        .addResourceFile(folder + "/rates.dmn")
        .addResourceFile(folder + "/model.bpmn")
        .send().join();
    expect(deployed.getProcesses().size() == 2 && deployed.getDecisions().size() == 1 && deployed.getForm().size() == 1, "processes, decisions and forms that were deployed");

    final long key = client.newCreateInstanceCommand().bpmnProcessId("whole").latestVersion()
        .variables(Map.of("order", "java-" + isRest)).send().join().getProcessInstanceKey();
    try (var worker = client.newWorker().jobType("work")
        .handler((jobs, job) -> jobs.newCompleteCommand(job).variables(Map.of("worked", true)).send().join())
        .streamEnabled(!isRest)
        .open()) {
      await(() -> tasksOf(client, key).size() == 1, "a user task behind the job");
    }
    final var task = tasksOf(client, key).get(0);
    expect("Decide".equals(task.getName()) && task.getProcessInstanceKey() == key, "what the task says");
    client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee("ada").send().join();
    client.newUpdateUserTaskCommand(task.getUserTaskKey()).priority(70).send().join();
    final var assigned = client.newUserTaskSearchRequest()
        .filter(filter -> filter.assignee("ada").processInstanceKey(key)
            // The client sends a text as it is: what is compared is JSON.
            .processInstanceVariables(Map.of("order", "\"java-" + isRest + "\"")))
        .sort(sort -> sort.creationDate().desc()).page(page -> page.limit(5)).send().join();
    expect(assigned.items().size() == 1 && assigned.items().get(0).getPriority() == 70, "the task by assignee and variables");
    client.newCompleteUserTaskCommand(task.getUserTaskKey()).variables(Map.of("granted", true)).send().join();
    client.newPublishMessageCommand().messageName("paid").correlationKey("java-" + isRest).timeToLive(Duration.ofMinutes(1)).send().join();
    await(() -> "COMPLETED".equals(client.newProcessInstanceGetRequest(key).send().join().getState().name()), "the instance at its end");
    searches(client, key);

    final var decided = client.newEvaluateDecisionCommand().decisionId("rate").variables(Map.of()).send().join();
    expect("12".equals(decided.getDecisionOutput()), "what the decision says");
    final var decisions = client.newDecisionInstanceSearchRequest()
        .filter(filter -> filter.decisionInstanceKey(decided.getDecisionInstanceKey())).send().join().items();
    expect(decisions.size() == 1, "the decision that was evaluated alone");
    expect(client.newDecisionInstanceGetRequest(decisions.get(0).getDecisionInstanceId()).send().join().getResult().equals("12"), "its story");
    try {
      client.newEvaluateDecisionCommand().decisionId("absent").send().join();
      expect(false, "a refusal of an absent decision");
    } catch (final RuntimeException refused) {
      final String said = String.valueOf(refused.getMessage()) + refused.getCause();
      expect(said.contains("no decision found for id 'absent'"), "the words for an absent decision");
    }
    incidents(client);
    refusals(client);
  }

  private static List<io.camunda.client.api.search.response.UserTask> tasksOf(final CamundaClient client, final long key) {
    return client.newUserTaskSearchRequest().filter(filter -> filter.processInstanceKey(key)).send().join().items();
  }

  private static void searches(final CamundaClient client, final long key) {
    expect(client.newProcessInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(own -> own.in(List.of(key))).processDefinitionId(id -> id.like("who*")).variables(Map.of("worked", true)))
        .sort(sort -> sort.startDate().asc()).send().join().items().size() == 1, "the instance by key, id and variable");
    expect(client.newElementInstanceSearchRequest().filter(filter -> filter.processInstanceKey(key)).send().join().items()
        .stream().noneMatch(element -> "PROCESS".equals(element.getType().name())), "elements without the process itself");
    expect(client.newVariableSearchRequest().filter(filter -> filter.processInstanceKey(key).name("granted")).send().join().items().size() == 1, "a variable by name");
    expect(client.newJobSearchRequest().filter(filter -> filter.processInstanceKey(key)).send().join().items().size() == 1, "the job");
    expect(client.newMessageSubscriptionSearchRequest().filter(filter -> filter.processInstanceKey(key)).send().join().items().size() == 1, "the subscription");
    expect(!client.newProcessDefinitionSearchRequest().filter(filter -> filter.processDefinitionId("whole")).send().join().items().isEmpty(), "the definition");
    expect(!client.newDecisionDefinitionSearchRequest().filter(filter -> filter.decisionDefinitionId("rate")).send().join().items().isEmpty(), "the decision");
    expect(!client.newDecisionRequirementsSearchRequest().send().join().items().isEmpty(), "the file of decisions");
    expect(client.newCorrelatedMessageSubscriptionSearchRequest().filter(filter -> filter.processInstanceKey(key)).send().join().items().size() == 1, "the message that was taken");
    expect(!client.newProcessInstanceElementStatisticsRequest(key).send().join().isEmpty(), "counts of elements");
    expect(!client.newProcessInstanceSequenceFlowsRequest(key).send().join().isEmpty(), "flows");
  }

  private static void incidents(final CamundaClient client) throws Exception {
    final long key = client.newCreateInstanceCommand().bpmnProcessId("stuck").latestVersion().send().join().getProcessInstanceKey();
    final var found = client.newIncidentSearchRequest().filter(filter -> filter.processInstanceKey(key)).send().join().items();
    expect(found.size() == 1, "an incident");
    client.newSetVariablesCommand(found.get(0).getElementInstanceKey()).variables(Map.of("nothing", "queue")).local(true).send().join();
    client.newResolveIncidentCommand(found.get(0).getIncidentKey()).send().join();
    await(() -> !client.newProcessInstanceGetRequest(key).send().join().getHasIncident(), "no incident any more");
    final var batch = client.newCreateBatchOperationCommand().processInstanceCancel()
        .filter(filter -> filter.processInstanceKey(key)).send().join();
    await(() -> "COMPLETED".equals(client.newBatchOperationGetRequest(batch.getBatchOperationKey()).send().join().getStatus().name()), "a batch that has ended");
    expect(client.newBatchOperationItemsSearchRequest().filter(filter -> filter.batchOperationKey(batch.getBatchOperationKey())).send().join().items().size() == 1, "the item of the batch");
    expect("TERMINATED".equals(client.newProcessInstanceGetRequest(key).send().join().getState().name()), "the instance that the batch canceled");
  }

  private static void refusals(final CamundaClient client) {
    try {
      client.newProcessInstanceGetRequest(1).send().join();
      expect(false, "a refusal of a key that nothing has");
    } catch (final ProblemException refused) {
      expect(refused.code() == 404, "404 for a key that nothing has");
    }
  }
}
