import type { ProcedureFile } from '@irisflow/client';
import type { IconName } from '../app/Icon.tsx';

export type FileKind = ProcedureFile['kind'];

const kindByEnding: readonly (readonly [ending: string, kind: FileKind])[] = [
  ['.bpmn', 'process'],
  ['.dmn', 'decision'],
  ['.form.json', 'form'],
  ['.letter.json', 'letter'],
  ['.right.json', 'right'],
  ['.quota.json', 'quota'],
  ['.obligation.json', 'obligation'],
  ['.codes.json', 'codes'],
  ['.scenario.json', 'scenario'],
  ['.tests.json', 'decisionTests'],
];

/** What a file of a procedure is, told by its name. */
export const kindOfFile = (path: string): FileKind => {
  if (path === 'parameters.json') return 'parameters';
  return kindByEnding.find(([ending]) => path.endsWith(ending))?.[1] ?? 'procedure';
};

/** The name without folder and ending: what a person calls the file. */
export const shortName = (path: string): string =>
  (path.split('/').at(-1) ?? path).replace(
    /\.(bpmn|dmn|form\.json|letter\.json|right\.json|quota\.json|obligation\.json|codes\.json|scenario\.json|tests\.json|json)$/,
    '',
  );

export const iconOfKind: Readonly<Record<FileKind, IconName>> = {
  process: 'process',
  form: 'form',
  decision: 'decision',
  letter: 'letter',
  right: 'check',
  quota: 'outline',
  obligation: 'scenario',
  codes: 'outline',
  parameters: 'parameters',
  procedure: 'procedure',
  scenario: 'scenario',
  decisionTests: 'scenario',
};
