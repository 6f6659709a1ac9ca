"""Drives an engine with the Python client of the REST API and its defaults: address of REST, folder of the models."""

import sys
import time

from camunda_orchestration_sdk import CamundaClient
from camunda_orchestration_sdk import models


def expect(holds, what):
    if not holds:
        raise AssertionError(f"Expected {what}, but it is not so")
    print("ok", what)


def until(ask, what):
    end = time.monotonic() + 20
    while time.monotonic() < end and not ask():
        time.sleep(0.05)
    expect(ask(), what)


def main(address, folder):
    client = CamundaClient(configuration={"CAMUNDA_REST_ADDRESS": address, "CAMUNDA_AUTH_STRATEGY": "NONE"})
    expect(client.get_topology().cluster_size == 1, "one cluster")
    files = [f"{folder}/{name}" for name in ("application.form", "rates.dmn", "model.bpmn")]
    deployed = client.deploy_resources_from_files(files)
    expect(len(deployed.processes) == 2 and len(deployed.decisions) == 1, "what was deployed")

    create = models.ProcessCreationById.from_dict(
        {"processDefinitionId": "whole", "variables": {"order": "python"}, "tags": ["python"]}
    )
    key = client.create_process_instance(data=create).process_instance_key
    work = models.JobActivationRequest.from_dict({"type": "work", "timeout": 60000, "maxJobsToActivate": 5})
    jobs = [job for job in client.activate_jobs(data=work).jobs if job.process_instance_key == key]
    expect(len(jobs) == 1 and "python" in jobs[0].tags, "the job with its tags")
    done = models.JobCompletionRequest.from_dict({"variables": {"worked": True}})
    client.complete_job(jobs[0].job_key, data=done)

    def tasks():
        asked = {"filter": {"processInstanceKey": key, "tags": ["python"]}, "sort": [{"field": "creationDate"}]}
        return client.search_user_tasks(data=models.UserTaskSearchQuery.from_dict(asked)).items

    until(lambda: len(tasks()) == 1, "a user task by instance and tags")
    task = tasks()[0].user_task_key
    client.assign_user_task(task, data=models.UserTaskAssignmentRequest.from_dict({"assignee": "ada"}))
    client.complete_user_task(task, data=models.UserTaskCompletionRequest.from_dict({"variables": {"granted": True}}))
    paid = {"name": "paid", "correlationKey": "python", "timeToLive": 60000}
    client.publish_message(data=models.MessagePublicationRequest.from_dict(paid))
    until(lambda: client.get_process_instance(key).state == "COMPLETED", "the instance at its end")

    asked = models.ProcessInstanceSearchQuery.from_dict({"filter": {"processInstanceKey": {"$in": [key]}}})
    expect(len(client.search_process_instances(data=asked).items) == 1, "the instance by a list of keys")
    asked = models.ElementInstanceSearchQuery.from_dict({"filter": {"processInstanceKey": key}})
    expect(len(client.search_element_instances(data=asked).items) > 3, "its elements")
    asked = models.VariableSearchQuery.from_dict({"filter": {"processInstanceKey": key, "name": "granted"}})
    expect(len(client.search_variables(data=asked).items) == 1, "a variable by name")
    asked = models.JobSearchQuery.from_dict({"filter": {"processInstanceKey": key}})
    expect(len(client.search_jobs(data=asked).items) == 1, "the job")
    decision = models.DecisionEvaluationByID.from_dict({"decisionDefinitionId": "rate"})
    expect(client.evaluate_decision(data=decision).output == "12", "what the decision says")
    expect(len(client.search_decision_instances().items) > 0, "decisions that were evaluated")
    expect(len(client.search_incidents().items) >= 0, "incidents")
    client.close()


main(*sys.argv[1:3])
