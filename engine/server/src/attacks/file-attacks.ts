import type { ProcedureFileKind } from '@irisflow/procedures';
import { noEnd, withEnd } from '@irisflow/scenarios';
import { refuses, runs, theirs, type Row } from './attack.ts';

const requiring = (id: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="more" name="More" namespace="urn:more">
  <decision id="sum" name="sum">
    <variable id="sum_variable" name="sum" />
    <informationRequirement id="r"><requiredDecision href="#${id}" /></informationRequirement>
    <literalExpression id="sum_expression"><text>1</text></literalExpression>
  </decision>
</definitions>
`;

export const fileAttacks: Readonly<Record<ProcedureFileKind, readonly Row[]>> = {
  procedure: [
    refuses(
      'in the name of the other',
      { description: { administration: 'brussels-housing' } },
      'ADMINISTRATION_DIFFERS',
    ),
    refuses('their prefix of references', { description: { reference: 'BENE' } }, 'REFERENCE_TAKEN'),
    runs(
      'candidate groups of the same name, and named as theirs',
      'task',
      (path, id) => path.userTask(id, { candidateGroups: `agent, ${theirs('agent')}` }),
      'its own waits',
    ),
  ],
  parameters: [
    runs(
      'a parameter of the same key',
      'publication',
      (path, id) => path.scriptTask(id, { expression: '=get value({}, "income.max")', resultVariable: 'ceiling' }),
      'its own alone',
    ),
  ],
  process: [
    refuses(
      'a model that writes the handle of a case',
      (path, id) => path.scriptTask(id, { expression: '="x"', resultVariable: 'caseHandle' }),
      'VARIABLE_RESERVED',
    ),
  ],
  decision: [
    refuses(
      'a decision that requires theirs',
      { files: { 'more.dmn': requiring(theirs('benefit_v1.amount')) } },
      'DMN_REFERENCE_UNRESOLVED',
    ),
  ],
  decisionTests: [
    refuses('a test table that is none', { files: { 'tests/own.tests.json': '{}' } }, 'DECISION_TESTS_UNREADABLE'),
  ],
  form: [
    refuses('a form that is not in the folder', { description: { application: { form: 'theirs' } } }, 'FORM_UNKNOWN'),
  ],
  letter: [refuses('a letter without its own key', { files: { 'grant.letter.json': '{}' } }, 'SCHEMA')],
  right: [
    refuses(
      'a right of a kind that is not in the folder',
      (path, id) =>
        path.serviceTask(id, {
          type: 'case-store',
          inputs: { operation: '="grant-right"', rightKind: '="theirs"' },
        }),
      'RIGHT_UNKNOWN',
    ),
  ],
  quota: [
    refuses(
      'a place of a quota that is not in the folder',
      (path, id) =>
        path.serviceTask(id, { type: 'case-store', inputs: { operation: '="reserve-place"', quota: '="theirs"' } }),
      'QUOTA_UNKNOWN',
    ),
  ],
  obligation: [
    refuses(
      'an obligation that is not in the folder',
      (path, id) =>
        path.serviceTask(id, {
          type: 'case-store',
          inputs: { operation: '="start-obligation"', obligation: '="theirs"', rightId: '="theirs"' },
        }),
      'OBLIGATION_UNKNOWN',
    ),
  ],
  codes: [
    refuses(
      'codes that belong to a list that is not in the folder',
      {
        files: {
          'own.codes.json': JSON.stringify({
            kind: 'codes',
            formatVersion: 1,
            key: 'own',
            name: { fr: 'Liste', nl: 'Lijst', en: 'List' },
            parents: 'theirs',
            codes: [{ code: 'a', label: { fr: 'A', nl: 'A', en: 'A' }, parent: 'b' }],
          }),
        },
      },
      'CODES_PARENTS_UNKNOWN',
    ),
  ],
  scenario: [
    // It is played here alone, where there is no process of theirs: it is red, and nobody gave a reason.
    refuses(
      'a scenario that names their procedure',
      {
        files: {
          'tests/theirs.scenario.json': JSON.stringify(
            withEnd({ title: 'theirs', process: 'benefit', given: {}, answers: {}, when: [] }, noEnd),
          ),
        },
      },
      'PUBLICATION_NEEDS_REASON',
    ),
  ],
};
