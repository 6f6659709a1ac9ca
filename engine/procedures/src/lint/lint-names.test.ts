import { bpmnModel, type DrawPath } from '@irisflow/bpmn';
import { describe, expect, test } from 'vitest';
import { sampleProcedure, sampleProcedureChanging } from '@irisflow/platform/testing';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const problemsOf = (draw: DrawPath) => {
  const content = bpmnModel()
    .process('rent-aid', (path) => draw(path.start()))
    .process('life', (path) => void path.start('begun', { event: { message: 'right.activated' } }).end('ended'))
    .process('part', (path) => void path.start('opened').end('closed'))
    .toXml();
  const files = sampleProcedureChanging('procedure.json', (description: { tasks: object }) => {
    description.tasks = {};
  }).map((file) => (file.path === 'rent-aid.bpmn' ? { ...file, content } : file));
  return lintFolder(readFolder(files), { connectorTypes: null, sourceTypes: [], servedTypes: [] }).filter(
    ({ severity }) => severity === 'error',
  );
};
const codesOf = (draw: DrawPath) => problemsOf(draw).map(({ code, elementId }) => [code, elementId]);

describe('names that lead out of a folder', () => {
  test('what is called is in the folder, and does not start by itself', () => {
    const calling = (processId: string) => codesOf((path) => void path.callActivity('call', { processId }).end());
    expect(calling('part')).toEqual([]);
    expect(calling('= kind')).toEqual([]);
    expect(calling('somewhere-else')).toEqual([['CALLED_PROCESS_UNKNOWN', 'call']]);
    expect(calling('taxi.ride-aid_v1.part')).toEqual([['CALLED_PROCESS_UNKNOWN', 'call']]);
    expect(calling('life')).toEqual([['CALLED_PROCESS_STARTS', 'call']]);
    expect(calling('rent-aid')).toEqual([['CALLED_PROCESS_STARTS', 'call']]);
  });

  test('a form is one of the folder, never one that somebody deployed', () => {
    const found = problemsOf((path) => void path.userTask('fill', { formId: 'theirs' }).end());
    const problem = found.find(({ code }) => code === 'FORM_NOT_OURS');
    expect(problem).toMatchObject({ file: 'rent-aid.bpmn', elementId: 'fill' });
    expect(problem?.message.fr).toContain('«\u00a0theirs\u00a0»');
  });
});

describe('the variable of the platform', () => {
  const reserved = (draw: DrawPath) => codesOf(draw).filter(([code]) => code === 'VARIABLE_RESERVED');
  const name = 'caseHandle';

  test.each<[string, DrawPath]>([
    ['an input', (path) => path.serviceTask('x', { type: 'y', inputs: { caseHandle: '=1' } }).end()],
    ['part of an output', (path) => path.serviceTask('x', { type: 'y', outputs: { 'caseHandle.case': '=1' } }).end()],
    ['an input of a call', (path) => path.callActivity('x', { processId: 'part', inputs: { caseHandle: '=1' } }).end()],
    ['a script', (path) => path.scriptTask('x', { expression: '=1', resultVariable: name }).end()],
    [
      'the answer of a connector',
      (path) => path.serviceTask('x', { type: 'y', headers: { resultVariable: name } }).end(),
    ],
    [
      'the element of a loop',
      (path) => path.task('x', { multiInstance: { inputCollection: '=[1]', inputElement: name } }).end(),
    ],
    [
      'the results of a loop',
      (path) =>
        path
          .task('x', { multiInstance: { inputCollection: '=[1]', outputCollection: name, outputElement: '=1' } })
          .end(),
    ],
    ['the output of an event', (path) => path.end('x', { outputs: { caseHandle: '=1' } })],
  ])('is not written by %s', (_, draw) => {
    expect(reserved(draw)).toEqual([['VARIABLE_RESERVED', 'x']]);
  });

  test('is not written by a form, but may be read', () => {
    expect(reserved((path) => void path.serviceTask('x', { type: 'y', inputs: { a: '=caseHandle' } }).end())).toEqual(
      [],
    );
    const files = sampleProcedureChanging(
      'instruct.form.json',
      (form: { bindings: { process: { out: { from: string; to: string }[] } } }) => {
        form.bindings.process.out.push({ from: '#/properties/amount', to: 'caseHandle.amount' });
      },
    );
    expect(lintFolder(readFolder(files), { connectorTypes: null, sourceTypes: [], servedTypes: [] })).toMatchObject([
      { file: 'instruct.form.json', code: 'VARIABLE_RESERVED', pointer: '#/properties/amount' },
    ]);
  });
});

describe('a name in an expression', () => {
  const withCondition = (feel: string) =>
    sampleProcedure().map(({ path, content }) => ({
      path,
      content: content.replace('source="= get or else(null, null)"', `source="= ${feel}"`),
    }));
  const found = (feel: string) =>
    lintFolder(readFolder(withCondition(feel)), { connectorTypes: null, sourceTypes: [], servedTypes: null });

  test('that nothing gives a value is an error at its step, with the one that was probably meant', () => {
    expect(found('aplication.rent')).toMatchObject([
      {
        code: 'NAME_MISTYPED',
        severity: 'error',
        file: 'rent-aid.bpmn',
        elementId: 'record',
        message: {
          nl: 'Niets geeft “aplication” een waarde vóór deze stap. Bedoelde u “application”?',
        },
      },
    ]);
    expect(found('xyzzy')).toMatchObject([{ code: 'NAME_UNKNOWN', severity: 'warning', elementId: 'record' }]);
  });

  test('that a form, the platform or the expression itself gives is none', () => {
    expect(found('[reference, application, for i in [1] return i]')).toEqual([]);
  });
});
