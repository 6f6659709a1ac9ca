import { describe, expect, test } from 'vitest';
import { sampleProcedure } from '@irisflow/platform/testing';
import type { FolderFile } from '../folder-limits.ts';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';
import { lintProcedureFiles } from './lint-procedure-files.ts';

const shipped = ['letter', 'case-store'];
const name = { fr: 'x', nl: 'x', en: 'x' };

interface Given {
  /** What the task with its job, its listener and its declaration say. */
  readonly task?: string;
  readonly listener?: string;
  readonly workers?: readonly unknown[];
}

/** The sample procedure of `housing`, with a task and a listener more. */
const folderWith = ({ task, listener, workers }: Given): FolderFile[] =>
  sampleProcedure().map(({ path, content }) => {
    if (path === 'procedure.json' && workers !== undefined)
      return { path, content: JSON.stringify({ ...JSON.parse(content), workers }) };
    if (path !== 'rent-aid.bpmn') return { path, content };
    const listeners =
      listener === undefined
        ? ''
        : `<zeebe:executionListeners><zeebe:executionListener eventType="start" type="${listener}" /></zeebe:executionListeners>`;
    const extra = `<bpmn:serviceTask id="extra"><bpmn:extensionElements><zeebe:taskDefinition type="${task ?? 'letter'}" />${listeners}</bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing></bpmn:serviceTask><bpmn:sequenceFlow id="f5" sourceRef="extra" targetRef="validate" />`;
    return {
      path,
      content: content
        .replace('<bpmn:userTask id="validate">', `${extra}<bpmn:userTask id="validate">`)
        .replace('sourceRef="instruct" targetRef="validate"', 'sourceRef="instruct" targetRef="extra"')
        .replace(
          '<bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3',
          '<bpmn:incoming>f5</bpmn:incoming><bpmn:outgoing>f3',
        ),
    };
  });

const problemsOf = (given: Given, servedTypes: readonly string[] = []) =>
  lintFolder(readFolder(folderWith(given)), { connectorTypes: shipped, sourceTypes: [], servedTypes });
const codesOf = (given: Given, servedTypes?: readonly string[]) =>
  problemsOf(given, servedTypes).map(({ code }) => code);

describe('the lint of who does the jobs of a procedure', () => {
  test('knows what is shipped, what somebody serves and what its administration declares', () => {
    expect(codesOf({ task: 'letter' })).toEqual([]);
    expect(codesOf({ task: 'housing.permit' }, ['housing.permit'])).toEqual([]);
    expect(codesOf({ task: 'parking' }, ['parking'])).toEqual([]);
    expect(codesOf({ task: 'housing.print', workers: [{ type: 'housing.print', name }] })).toEqual([]);
  });

  test('names three ways out of a type that nobody handles', () => {
    const [problem, ...more] = problemsOf({ task: 'CoffeeMachine' });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'CONNECTOR_UNKNOWN', elementId: 'extra', severity: 'error' });
    expect(problem?.message.en).toBe(
      'Nobody handles “CoffeeMachine”: take a connector of the platform, ask an administrator for a token for “housing.coffee-machine”, or declare it under “workers” in the procedure sheet (procedure.json).',
    );
    expect(codesOf({ task: 'housing.coffee' })).toEqual(['CONNECTOR_UNKNOWN']);
  });

  test('says the same of a type of another administration, whether or not there is one', () => {
    for (const task of ['taxi.permit', 'nobody.permit'])
      expect(problemsOf({ task }, ['taxi.permit', 'nobody.permit'])).toMatchObject([
        {
          code: 'CONNECTOR_FOREIGN',
          message: { en: expect.stringContaining('one of yours is written “housing.permit”') },
        },
      ]);
  });

  test('does not take a declaration for a type of somebody else', () => {
    expect(codesOf({ task: 'taxi.permit', workers: [{ type: 'taxi.permit', name }] })).toEqual([
      'WORKER_FOREIGN',
      'CONNECTOR_FOREIGN',
    ]);
    expect(codesOf({ task: 'print', workers: [{ type: 'print', name }] })).toEqual([
      'WORKER_UNPREFIXED',
      'CONNECTOR_UNKNOWN',
    ]);
  });

  test('looks at listeners as well', () => {
    expect(codesOf({ listener: 'taxi.permit' })).toEqual(['CONNECTOR_FOREIGN']);
    expect(codesOf({ listener: 'housing.audit' }, ['housing.audit'])).toEqual([]);
  });

  test('refuses a type that is computed: it could become that of another administration', () => {
    expect(problemsOf({ task: '=&#34;taxi&#34; + &#34;.permit&#34;' })).toMatchObject([
      { code: 'JOB_TYPE_COMPUTED', elementId: 'extra', severity: 'error' },
    ]);
    expect(codesOf({ task: '=&#34;letter&#34;' })).toEqual([]);
  });

  test.each([
    ['letter', 'WORKER_SHIPPED', 'housing.letter'],
    ['print', 'WORKER_UNPREFIXED', 'housing.print'],
    ['taxi.print', 'WORKER_FOREIGN', 'housing.print'],
    ['housing.PrintOut', 'WORKER_MALFORMED', 'housing.print-out'],
    ['housing.', 'WORKER_MALFORMED', 'housing.my-worker'],
    ['housing.a.b', 'WORKER_MALFORMED', 'housing.b'],
    ['housing', 'WORKER_UNPREFIXED', 'housing.housing'],
    ['io.camunda:http-json:1', 'WORKER_FOREIGN', 'housing.camunda-http-json-1'],
  ])('%s as a worker is %s: it is written %s', (type, code, written) => {
    const [problem] = problemsOf({ workers: [{ type, name }] });
    expect(problem).toMatchObject({ file: 'procedure.json', code, pointer: '/workers/0/type' });
    expect(problem?.message.nl).toContain(written);
  });

  test('declares a type once, with its name in every language', () => {
    const type = 'housing.print';
    expect(
      codesOf({
        workers: [
          { type, name },
          { type, name },
        ],
      }),
    ).toEqual(['WORKER_TWICE']);
    expect(
      problemsOf({ workers: [{ type, name: { fr: 'x' } }] }).map(({ code, pointer }) => [code, pointer]),
    ).toContainEqual(['SCHEMA', '/workers/0/name']);
    expect(problemsOf({ workers: [{ type: 7, name }] })).toMatchObject([
      { code: 'SCHEMA', pointer: '/workers/0/type' },
    ]);
  });

  test('without a platform to ask, what it could not know is a warning, and what is wrong stays an error', () => {
    const outside = (given: Given) =>
      lintProcedureFiles(folderWith(given), { connectorTypes: shipped }).map(({ code, severity }) => [code, severity]);
    expect(outside({ task: 'housing.print', workers: [{ type: 'housing.print', name }] })).toEqual([]);
    for (const task of ['housing.permit', 'parking'])
      expect(outside({ task })).toEqual([['CONNECTOR_UNVERIFIED', 'warning']]);
    expect(outside({ task: 'taxi.permit' })).toEqual([['CONNECTOR_FOREIGN', 'error']]);
    expect(outside({ workers: [{ type: 'print', name }] })).toEqual([['WORKER_UNPREFIXED', 'error']]);
  });
});
