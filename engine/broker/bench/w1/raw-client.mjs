import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import { JOB_TYPES, variables as variablesOf, w1 } from './process.mjs';

const { loadSync } = createRequire(import.meta.url)('@grpc/proto-loader');

const connect = (address) => {
  const proto = loadSync(fileURLToPath(new URL('../../proto/gateway.proto', import.meta.url)), {
    keepCase: true,
    longs: String,
    defaults: true,
    oneofs: true,
  });
  const { Gateway } = grpc.loadPackageDefinition(proto).gateway_protocol;
  return new Gateway(address, grpc.credentials.createInsecure());
};

/** Drives `total` instances with at most `inFlight` at a time, or `perSecond` new ones whatever runs; answers the time of each hop and each instance in ms. */
export const runRaw = async (address, { total, inFlight, payload, perSecond = 0 }) => {
  const client = connect(address);
  const variables = variablesOf(payload);
  const call = (name, request) =>
    new Promise((resolve, reject) => {
      client[name](request, (failure, reply) => (failure ? reject(failure) : resolve(reply)));
    });
  await call('DeployResource', { resources: [{ name: 'w1.bpmn', content: Buffer.from(w1()) }] });

  const hops = [];
  const lives = [];
  const startedAt = new Map();
  const hopFrom = new Map();
  let started = 0;
  let finished = 0;
  let finish;
  const allFinished = new Promise((resolve, reject) => {
    finish = { resolve, reject };
  });

  const startOne = async () => {
    if (started >= total) return;
    started += 1;
    const at = performance.now();
    const { processInstanceKey } = await call('CreateProcessInstance', {
      bpmnProcessId: 'w1',
      version: -1,
      variables,
    });
    startedAt.set(processInstanceKey, at);
    if (!hopFrom.has(processInstanceKey)) hopFrom.set(processInstanceKey, at);
  };

  const complete = async (job, isLast) => {
    const key = job.processInstanceKey;
    const from = hopFrom.get(key);
    const now = performance.now();
    if (from !== undefined) hops.push(now - from);
    hopFrom.set(key, now);
    await call('CompleteJob', { jobKey: job.key, variables: '{"approved":true}' });
    if (!isLast) return;
    finished += 1;
    lives.push(performance.now() - (startedAt.get(key) ?? now));
    startedAt.delete(key);
    hopFrom.delete(key);
    if (finished === total) finish.resolve();
    else if (perSecond === 0) void startOne().catch(finish.reject);
  };

  const streams = JOB_TYPES.map((type, index) => {
    const stream = client.StreamActivatedJobs({ type, worker: 'bench', timeout: 60_000 });
    stream.on('data', (job) => void complete(job, index === JOB_TYPES.length - 1).catch(finish.reject));
    stream.on('error', (failure) => failure.code !== grpc.status.CANCELLED && finish.reject(failure));
    return stream;
  });
  await Promise.all(streams.map((stream) => new Promise((resolve) => stream.once('metadata', resolve))));

  const begun = performance.now();
  for (let place = 0; place < inFlight; place += 1) void startOne().catch(finish.reject);
  if (perSecond > 0) setInterval(() => void startOne().catch(finish.reject), 1000 / perSecond);
  await allFinished;
  const seconds = (performance.now() - begun) / 1000;
  for (const stream of streams) stream.cancel();
  client.close();
  const { user, system } = process.cpuUsage();
  return { seconds, hops, lives, cpu: (user + system) / 1000 };
};
