import type { Values } from '@irisflow/core/testing';
import { isCurrent, type Parameter } from '../parameters/parameter-file.ts';

const readJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
};

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
}

/** The variables with which the platform starts an instance; the application itself is for the tester to fill in. */
export const sampleVariables = ({ procedureKey, language, day, parameters }: SampleQuestion): Values => ({
  caseId: 'simulation',
  reference: 'SIM-2026-000001',
  language,
  procedureKey,
  procedureVersion: 0,
  submittedOn: day,
  application: {},
  applicant: { nationalNumber: '85073003328', name: 'Sam Peeters', email: 'sam@example.org' },
  parameters: parametersAt(parameters, day),
});
