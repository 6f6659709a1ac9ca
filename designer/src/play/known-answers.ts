import type { ConnectorAnswer, Scenario, Values } from '@irisflow/scenarios';
import type { ProcedureFacts } from './procedure-facts.ts';

/** Something that a scenario of the procedure says, to begin with. */
export interface Known<Value> {
  /** The title of the scenario. */
  readonly title: string;
  readonly value: Value;
}

const readable = ({ scenarios }: ProcedureFacts): readonly Scenario[] =>
  scenarios.flatMap(({ scenario }) => scenario ?? []);

const unlike = <Value>(found: readonly Known<Value>[]): readonly Known<Value>[] => {
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const text = JSON.stringify(value);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
};

/** What a connector answers at an element in the scenarios of a procedure, each once. */
export const knownAnswers = (facts: ProcedureFacts, elementId: string): readonly Known<ConnectorAnswer>[] =>
  unlike(
    readable(facts).flatMap(({ title, answers }) => {
      const given = answers[elementId];
      if (given === undefined) return [];
      const list = Array.isArray(given) ? (given as readonly ConnectorAnswer[]) : [given as ConnectorAnswer];
      return list.map((value) => ({ title, value }));
    }),
  );

/** What messages of a name bring along in the scenarios of a procedure, each once. */
export const knownMessages = (facts: ProcedureFacts, name: string): readonly Known<Values>[] =>
  unlike(
    readable(facts).flatMap(({ title, when }) =>
      when.flatMap((step) => {
        if ('publish' in step && step.publish === name) return [{ title, value: step.with }];
        return 'broadcast' in step && step.broadcast === name ? [{ title, value: step.with }] : [];
      }),
    ),
  );

/** What is answered at a task in the scenarios of a procedure, each once. */
export const knownTaskAnswers = (facts: ProcedureFacts, elementId: string): readonly Known<Values>[] =>
  unlike(
    readable(facts).flatMap(({ title, when }) =>
      when.flatMap((step) => ('complete' in step && step.complete === elementId ? [{ title, value: step.with }] : [])),
    ),
  );
