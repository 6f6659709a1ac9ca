/** What every process of a case is started with, beside the handle of its case; nothing else may take these names. */
const startVariables = [
  'caseId',
  'reference',
  'language',
  'procedureKey',
  'procedureVersion',
  'submittedOn',
  'caseChannel',
  'application',
  'applicant',
  'parameters',
  'terms',
] as const;

export type StartVariable = (typeof startVariables)[number];

export const isStartVariable = (name: string): name is StartVariable =>
  (startVariables as readonly string[]).includes(name);
