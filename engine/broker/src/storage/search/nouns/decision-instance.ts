import type { DecisionInstanceView } from '@irisflow/protocol';
import type { EvaluatedDecision } from '@irisflow/dmn';
import { date, integer, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import { isoOf, type Noun } from '../noun.ts';
import { keyOrNone, table } from './table.ts';

interface Row extends Omit<DecisionInstanceView, 'result'> {
  readonly decisionEvaluationInstanceKey: string;
  readonly evaluated: EvaluatedDecision;
}

export interface DecisionInstance extends DecisionInstanceView {
  /** Key of the evaluation and, behind a dash, the place of the decision in it from 1. */
  readonly decisionEvaluationInstanceKey: string;
  readonly evaluated: EvaluatedDecision;
}

/** One row for each decision of an evaluation: those that the asked one requires come before it. */
const evaluated = `${table('decision_instance', 'i')}
  cross join lateral jsonb_array_elements(i.trace::jsonb) with ordinality as one (body, place)
  left join ${table('definition', 'asked')} on asked.key = i.decision_key
  left join ${table('definition', 'd')} on d.noun = 'decision' and d.requirements_key = asked.requirements_key
    and d.id = one.body->>'decisionId'
  left join ${table('process_instance', 'p')} on p.key = i.process_instance_key`;

/** An evaluation ends at the decision that fails. */
const hasFailed = `(i.failure is not null and one.place = jsonb_array_length(i.trace::jsonb))`;
const state = `(case when ${hasFailed} then 'FAILED' else 'EVALUATED' end)`;
const failure = `(case when ${hasFailed} then i.failure end)`;
const instanceKey = `(i.key || '-' || one.place)`;
const decisionName = `(one.body->>'decisionName')`;
const decisionType = `(one.body->>'type')`;

export const decisionInstances: Noun<Row, DecisionInstance> = {
  from: evaluated,
  where: 'true',
  belongsTo: ofTenants('i.tenant_id'),
  identity: { sql: instanceKey, type: 'text' },
  columns: {
    decisionEvaluationInstanceKey: instanceKey,
    decisionEvaluationKey: 'i.key',
    decisionDefinitionKey: 'd.key',
    decisionDefinitionId: `one.body->>'decisionId'`,
    decisionDefinitionName: decisionName,
    decisionDefinitionVersion: 'd.version',
    decisionDefinitionType: decisionType,
    rootDecisionDefinitionKey: 'i.decision_key',
    state,
    evaluationFailure: failure,
    evaluationDate: 'i.evaluated_at',
    processDefinitionKey: keyOrNone('p.definition_key'),
    processInstanceKey: keyOrNone('i.process_instance_key'),
    rootProcessInstanceKey: 'i.root_key',
    elementInstanceKey: keyOrNone('i.element_key'),
    tenantId: 'i.tenant_id',
    evaluated: 'one.body',
  },
  fields: {
    decisionEvaluationInstanceKey: text(instanceKey),
    decisionEvaluationKey: key('i.key'),
    decisionDefinitionKey: key('d.key', { isNullable: true }),
    decisionDefinitionId: text(`(one.body->>'decisionId')`),
    decisionDefinitionName: text(decisionName),
    decisionDefinitionVersion: integer('d.version', { isNullable: true }),
    decisionDefinitionType: text(decisionType),
    decisionRequirementsKey: key('asked.requirements_key'),
    rootDecisionDefinitionKey: key('i.decision_key'),
    state: text(state, { values: ['EVALUATED', 'FAILED', 'UNSPECIFIED', 'UNKNOWN'] }),
    evaluationFailure: text(failure, { isNullable: true }),
    evaluationDate: date('i.evaluated_at'),
    processDefinitionKey: key('p.definition_key', { isNullable: true }),
    processInstanceKey: key('i.process_instance_key', { isNullable: true }),
    rootProcessInstanceKey: key('i.root_key', { isNullable: true }),
    elementInstanceKey: key('i.element_key', { isNullable: true }),
    tenantId: text('i.tenant_id'),
  },
  toView: (row) => ({
    ...row,
    evaluationDate: isoOf(row.evaluationDate),
    result: row.evaluated.outputText ?? JSON.stringify(row.evaluated.output),
  }),
};
