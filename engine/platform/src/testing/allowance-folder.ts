import { bpmnModel, bpmnProcess } from '@irisflow/bpmn';
import type { FolderFile } from '@irisflow/procedures';
import { sampleProcedureChanging } from './sample-procedure.ts';

/** What a copy of the same folder may have otherwise. */
export interface AllowanceOptions {
  readonly key: string;
  readonly administration: string;
  readonly reference: string;
  /** What the decision table answers. */
  readonly amount: number;
}

const main = (): string =>
  bpmnProcess('allowance')
    .start()
    .userTask('instruct', { candidateGroups: 'agent' })
    .boundary(
      'withdrawn',
      { event: { message: 'withdrawal.requested', correlationKey: '=caseId' } },
      (path) => void path.end('stopped'),
    )
    .boundary(
      'alarmed',
      { event: { signal: 'alarm' }, interrupting: false },
      (path) => void path.userTask('answer-alarm', { candidateGroups: 'agent' }).end('alarmAnswered'),
    )
    .boundary(
      'notified',
      { event: { message: '="right" + ".changed"', correlationKey: '="everybody"' }, interrupting: false },
      (path) => void path.end('notifiedEnd'),
    )
    .callActivity('assess', {
      processId: 'assessment',
      propagateAllParentVariables: false,
      inputs: { rent: '=application.rent' },
    })
    .userTask('validate', { candidateGroups: 'agent' })
    .end()
    .toXml({ layout: 'leftToRight' });

const assessment = (): string =>
  bpmnProcess('assessment')
    .start()
    .businessRuleTask('decide', { decisionId: 'amount', resultVariable: 'amount' })
    .end()
    .toXml();

/** A process of a right, started by a message, and one that a signal starts. */
const lives = (): string =>
  bpmnModel()
    .process(
      'life',
      (path) =>
        void path
          .start('begun', { event: { message: 'right.activated' } })
          .task('live')
          .end(),
    )
    .process(
      'alarm',
      (path) =>
        void path
          .start('rung', { event: { signal: 'alarm' } })
          .task('look')
          .end(),
    )
    .toXml();

const amountTable = (amount: number): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="amounts" name="Amounts" namespace="urn:amounts">
  <inputData id="rent" name="rent"><variable id="rent_variable" name="rent" /></inputData>
  <decision id="base" name="base">
    <variable id="base_variable" name="base" />
    <literalExpression id="base_expression"><text>${amount}</text></literalExpression>
  </decision>
  <decision id="amount" name="amount">
    <variable id="amount_variable" name="amount" />
    <informationRequirement id="needs_base"><requiredDecision href="#base" /></informationRequirement>
    <literalExpression id="amount_expression"><text>base</text></literalExpression>
  </decision>
</definitions>
`;

const taskNames = { fr: 'Tâche', nl: 'Taak', en: 'Task' };

interface Description {
  key: string;
  administration: string;
  reference: string;
  process: { file: string; id: string };
  tasks: Record<string, unknown>;
}

/**
 * A folder with everything that the engine matches by name: a called process, decisions, messages and signals that start,
 * interrupt and notify. Two administrations publish it with nothing but key, reference and amount of their own.
 */
export const allowanceFolder = ({ key, administration, reference, amount }: AllowanceOptions): FolderFile[] => {
  const files = sampleProcedureChanging('procedure.json', (description: Description) => {
    description.key = key;
    description.administration = administration;
    description.reference = reference;
    description.process = { file: 'allowance.bpmn', id: 'allowance' };
    description.tasks['answer-alarm'] = { name: taskNames, form: 'instruct', separateFrom: [] };
  });
  return [
    ...files.filter(({ path }) => !path.endsWith('.bpmn')),
    { path: 'allowance.bpmn', content: main() },
    { path: 'assessment.bpmn', content: assessment() },
    { path: 'lives.bpmn', content: lives() },
    { path: 'amounts.dmn', content: amountTable(amount) },
  ];
};
