"""Drives an engine over gRPC with pyzeebe and its defaults: address of gRPC, folder of the models."""

import asyncio
import sys

from pyzeebe import ZeebeClient, ZeebeWorker, create_insecure_channel


def expect(holds, what):
    if not holds:
        raise AssertionError(f"Expected {what}, but it is not so")
    print("ok", what)


async def main(address, folder):
    channel = create_insecure_channel(grpc_address=address)
    client = ZeebeClient(channel)
    files = [f"{folder}/{name}" for name in ("rates.dmn", "model.bpmn")]
    deployed = await client.deploy_resource(*files)
    expect(len(deployed.deployments) == 4, "what was deployed")

    worker = ZeebeWorker(channel)
    seen = asyncio.get_running_loop().create_future()

    @worker.task(task_type="work")
    async def work(order: str):
        if not seen.done():
            seen.set_result(order)
        return {"worked": True}

    running = asyncio.create_task(worker.work())
    started = await client.run_process("whole", {"order": "pyzeebe"})
    expect(await asyncio.wait_for(seen, 20) == "pyzeebe", "the job with its variable")
    await worker.stop()
    running.cancel()
    await client.publish_message(name="paid", correlation_key="pyzeebe")
    decided = await client.evaluate_decision(decision_key=None, decision_id="rate", variables={})
    expect(str(decided.decision_output) == "12", "what the decision says")
    await client.cancel_process_instance(started.process_instance_key)
    expect(True, "an instance that was canceled")


asyncio.run(main(*sys.argv[1:3]))
