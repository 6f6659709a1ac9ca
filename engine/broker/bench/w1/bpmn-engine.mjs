// The peer in the same run: bpmn-engine, whose state is saved to PostgreSQL after every step.
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Engine } = require('bpmn-engine');
const { Pool } = require('pg');

const SOURCE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="w1">
  <process id="w1" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="a" sourceRef="start" targetRef="first" />
    <serviceTask id="first" implementation="\${environment.services.work}" />
    <sequenceFlow id="b" sourceRef="first" targetRef="second" />
    <serviceTask id="second" implementation="\${environment.services.work}" />
    <sequenceFlow id="c" sourceRef="second" targetRef="third" />
    <serviceTask id="third" implementation="\${environment.services.work}" />
    <sequenceFlow id="d" sourceRef="third" targetRef="choice" />
    <exclusiveGateway id="choice" default="f" />
    <sequenceFlow id="e" sourceRef="choice" targetRef="decide">
      <conditionExpression xsi:type="tFormalExpression">\${environment.variables.isLarge}</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="f" sourceRef="choice" targetRef="end" />
    <userTask id="decide" />
    <sequenceFlow id="g" sourceRef="decide" targetRef="end" />
    <endEvent id="end" />
  </process>
</definitions>`;

const save = (pool, id, engine) =>
  engine
    .getState()
    .then((state) =>
      pool.query('insert into peer (id, state) values ($1, $2) on conflict (id) do update set state = excluded.state', [
        id,
        JSON.stringify(state),
      ]),
    );

const runOne = async (pool, id) => {
  const listener = new EventEmitter();
  let engine;
  const work = async (_scope, done) => {
    await save(pool, id, engine);
    done();
  };
  engine = new Engine({
    name: `w1-${id}`,
    source: SOURCE,
    services: { work },
    variables: { isLarge: true, amount: 200 },
  });
  listener.on('activity.wait', (task) => {
    if (task.type === 'bpmn:UserTask') void save(pool, id, engine).then(() => task.signal({ approved: true }));
  });
  const ended = engine.waitFor('end');
  await engine.execute({ listener });
  await ended;
  await save(pool, id, engine);
};

/** Runs `total` instances, each saved five times, at most `inFlight` at a time. */
export const runBpmnEngine = async (url, { total, inFlight }) => {
  const pool = new Pool({ connectionString: url, max: 8 });
  await pool.query('create table if not exists peer (id int primary key, state text not null)');
  const begun = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < total) {
      next += 1;
      await runOne(pool, next);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - begun) / 1000;
  await pool.query('drop table peer');
  await pool.end();
  return { seconds };
};
