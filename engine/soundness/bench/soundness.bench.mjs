// Prints how long large models take. Run after a build: node engine/soundness/bench/soundness.bench.mjs
import { bpmnProcess, parseBpmn } from '@irisflow/bpmn';

import { analyzeSoundness } from '../dist/index.js';

/** Tasks, choices, reminders, terms and loops in a row. */
const inRow = (elements) => {
  const path = bpmnProcess('p').start();
  for (let index = 0; index * 10 < elements; index += 1) {
    const id = (name) => `${name}${index}`;
    path
      .exclusiveGateway(id('again'))
      .userTask(id('task'))
      .boundary(id('remind'), { event: { timer: { cycle: 'R3/P1D' } }, interrupting: false }, (aside) => aside.end())
      .boundary(id('late'), { event: { timer: { duration: 'P30D' } } }, (aside) => aside.end())
      .exclusiveGateway(id('choice'))
      .when('= back', (aside) => aside.connectTo(id('again')))
      .when('= other', (aside) => aside.serviceTask(id('other'), { type: 'other' }).connectTo(id('merge')))
      .otherwise((aside) => aside.serviceTask(id('usual'), { type: 'usual' }).exclusiveGateway(id('merge')))
      .at(id('merge'));
  }
  return path.end();
};

/** As many branches side by side, each with choices and reminders. */
const sideBySide = (elements, width, closing) => {
  const path = bpmnProcess('p').start().parallelGateway('fork');
  for (let branch = 0; branch < width; branch += 1) {
    path.branch((aside) => {
      for (let index = 0; index * 5 * width < elements; index += 1) {
        const id = (name) => `${name}${branch}_${index}`;
        aside
          .userTask(id('task'))
          .boundary(id('remind'), { event: { timer: { cycle: 'R3/P1D' } }, interrupting: false }, (way) => way.end())
          .exclusiveGateway(id('choice'))
          .when('= other', (way) => way.serviceTask(id('other'), { type: 'other' }).connectTo(id('merge')))
          .otherwise((way) => way.exclusiveGateway(id('merge')))
          .at(id('merge'));
      }
      if (branch === 0) aside[closing]('join');
      else aside.connectTo('join');
    });
  }
  return path.at('join').end();
};

const models = {
  '200 elements in a row, sound': inRow(200),
  '200 elements, 10 side by side, sound': sideBySide(200, 10, 'parallelGateway'),
  '200 elements, 10 side by side, not joined': sideBySide(200, 10, 'exclusiveGateway'),
  '200 elements, 10 side by side, inclusive join': sideBySide(200, 10, 'inclusiveGateway'),
  '1000 elements in a row, sound': inRow(1000),
};

for (const [name, path] of Object.entries(models)) {
  const parsed = parseBpmn(path.toXml());
  if (!parsed.ok) throw new Error(parsed.problems[0].message);
  const [graph] = parsed.processes;
  const begin = performance.now();
  const report = analyzeSoundness(graph);
  const time = performance.now() - begin;
  const found = report.findings.map(({ code }) => code).join(', ') || 'no findings';
  const end = report.isComplete ? 'complete' : 'gave up';
  console.log(
    `${name.padEnd(48)} ${String(graph.elements.length).padStart(5)} elements ${time.toFixed(0).padStart(6)} ms ${String(report.states).padStart(7)} states  ${end}, ${found}`,
  );
}
