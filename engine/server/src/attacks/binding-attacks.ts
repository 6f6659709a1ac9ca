import type { Binding } from '@irisflow/bpmn';
import { computed, refuses, runs, theirs, type Row } from './attack.ts';

const bindingOf = (kind: Binding['kind']) => (kind === 'versionTag' ? { versionTag: 'agreed' } : kind);

const bound = (kind: Binding['kind']): readonly Row[] => [
  runs(
    'process called by the same id',
    'instance',
    (path, id) => path.callActivity(id, { processId: 'assessment', binding: bindingOf(kind) }),
    'its own alone',
  ),
  runs(
    'process called by an id that is computed to be theirs',
    'instance',
    (path, id) =>
      path.callActivity(id, { processId: computed(theirs('benefit_v1.assessment')), binding: bindingOf(kind) }),
    "its own stops: to be 'STRING'",
  ),
  refuses(
    'process called by their qualified id',
    (path, id) => path.callActivity(id, { processId: theirs('benefit_v1.assessment'), binding: bindingOf(kind) }),
    'CALLED_PROCESS_UNKNOWN',
  ),
  runs(
    'decision of the same id',
    'publication',
    (path, id) =>
      path.businessRuleTask(id, { decisionId: 'amount', resultVariable: 'amount', binding: bindingOf(kind) }),
    'its own alone',
  ),
  runs(
    'decision of an id that is computed to be theirs',
    'publication',
    (path, id) =>
      path.businessRuleTask(id, {
        decisionId: computed(theirs('benefit_v1.amount')),
        resultVariable: 'amount',
        binding: bindingOf(kind),
      }),
    "its own stops: to be 'STRING'",
  ),
  refuses(
    'decision of their qualified id',
    (path, id) =>
      path.businessRuleTask(id, {
        decisionId: theirs('benefit_v1.amount'),
        resultVariable: 'amount',
        binding: bindingOf(kind),
      }),
    'DECISION_UNKNOWN',
  ),
  refuses(
    'form that somebody deployed',
    (path, id) => path.userTask(id, { formId: 'application', formBinding: bindingOf(kind) }),
    'FORM_NOT_OURS',
  ),
];

export const bindingAttacks: Readonly<Record<Binding['kind'], readonly Row[]>> = {
  latest: bound('latest'),
  deployment: bound('deployment'),
  versionTag: bound('versionTag'),
};
