import { type BpmnProblemCode, bpmnProblemCodes, problemTexts } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import { startWorld } from '../../kit/start-world.ts';
import type { World } from '../../kit/world.ts';
import { documentRules } from './document-rules.ts';
import { eventRules } from './event-rules.ts';
import { expressionRules } from './expression-rules.ts';
import { structureRules } from './structure-rules.ts';

const groups = [
  ['The file and its flows', documentRules],
  ['Expressions, mappings, jobs and user tasks', expressionRules],
  ['Events', eventRules],
  ['Scopes, gateways and activities', structureRules],
] as const;

const INVALID_ARGUMENT = 3;
/** Cannot be met by a file that came over the wire: it is UTF-8 by then, and this engine runs every feature. */
const unreachable = new Set<BpmnProblemCode>(['XML_LONE_SURROGATE', 'BPMN_FEATURE_UNSUPPORTED']);

/** The English text of a code as a pattern: whatever stands where a parameter goes. */
const patternOf = (code: BpmnProblemCode): RegExp =>
  new RegExp(problemTexts.en[code].replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.*'), 's');

describe('Every rule for models is kept at deployment', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
  });
  afterAll(() => world.stop());

  test('and has a model here that breaks it', () => {
    const errors = Object.entries(bpmnProblemCodes).flatMap(([code, severity]) => (severity === 'error' ? [code] : []));
    const broken: ReadonlySet<string> = new Set(groups.flatMap(([, rules]) => rules.map(([code]) => code)));
    expect(errors.filter((code) => !broken.has(code) && !unreachable.has(code as BpmnProblemCode))).toEqual([]);
  });

  describe.each(groups)('%s', (group, rules) => {
    test.for(rules)('%s', async ([code, model], { task }) => {
      // when
      const refusal = await world.refusal(world.deploy(model));

      // then
      expect(refusal.code).toBe(INVALID_ARGUMENT);
      expect(refusal.details).toMatch(patternOf(code));
      const note = problemTexts.en[code];
      leave(task, { claim: { section: 'rules', group, subject: code, outcome: 'refused', note, shownBy: [] } });
    });
  });
});
