import type { Values } from '@irisflow/scenarios';
import { isCurrent, type Parameter } from '../parameters/parameter-file.ts';
import { readJson } from './procedure-facts.ts';

/** `income.max.single` becomes `{income: {max: {single: …}}}`, as processes read it. */
const nest = (entries: readonly (readonly [string, number])[]): Values => {
  const root: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of entries) {
    const path = key.split('.');
    const last = path.pop() ?? key;
    let place = root;
    for (const name of path) {
      const inner = place[name];
      const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
      place[name] = next;
      place = next;
    }
    place[last] = value;
  }
  return { ...root };
};

/** The amounts in force on a day. */
export const parametersAt = (text: string | undefined, day: string): Values => {
  const parameters = readJson(text);
  if (!Array.isArray(parameters)) return {};
  return nest(
    (parameters as Parameter[]).flatMap(({ key, values }) =>
      values.filter((value) => isCurrent(value, day)).map((value) => [key, value.value] as const),
    ),
  );
};

export interface SampleQuestion {
  procedureKey: string;
  language: string;
  day: string;
  parameters: string | undefined;
  /** Ids of the terms that begin with the case. */
  terms: Readonly<Record<string, string>>;
  /** What the applicant answers. */
  application: Values;
}

/** The variables with which the platform starts an instance. */
export const sampleVariables = ({
  procedureKey,
  language,
  day,
  parameters,
  terms,
  application,
}: SampleQuestion): Values => ({
  caseId: 'case-1',
  reference: `PLAY-${day.slice(0, 4)}-000001`,
  language,
  procedureKey,
  procedureVersion: 0,
  submittedOn: day,
  caseChannel: 'portal',
  terms,
  application,
  applicant: { nationalNumber: '85073003328', name: 'Sam Peeters', email: 'sam@example.org' },
  parameters: parametersAt(parameters, day),
});
