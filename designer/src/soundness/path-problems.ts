import type { ProcedureProblem } from '@irisflow/client';
import { soundnessMessage, type SoundnessFinding } from '@irisflow/soundness';
import type { PathReport } from './check-process.ts';

/** A problem that exploring the paths has found, with the way that leads to it. */
export interface PathProblem extends ProcedureProblem {
  readonly finding: SoundnessFinding;
}

/** The finding behind a problem of the list; null for what the other checks have found. */
export const findingOf = (problem: ProcedureProblem): SoundnessFinding | null =>
  'finding' in problem ? (problem as PathProblem).finding : null;

const toProblem = (file: string, finding: SoundnessFinding): PathProblem => ({
  file,
  code: finding.code,
  severity: finding.severity,
  message: {
    fr: soundnessMessage(finding, 'fr'),
    nl: soundnessMessage(finding, 'nl'),
    en: soundnessMessage(finding, 'en'),
  },
  elementId: finding.elementId,
  pointer: null,
  line: null,
  finding,
});

/** The findings of a file as problems, without those that the lint has reported in its own words. */
export const pathProblems = (
  file: string,
  report: PathReport | null,
  others: readonly ProcedureProblem[],
): readonly PathProblem[] => {
  const unreachable = new Set(
    others.flatMap(({ code, elementId }) => (code === 'BPMN_ELEMENT_UNREACHABLE' ? [elementId] : [])),
  );
  const isNew = ({ code, elementId }: SoundnessFinding): boolean =>
    code !== 'SOUNDNESS_NEVER_REACHED' || !unreachable.has(elementId);
  return (report?.findings ?? []).filter(isNew).map((finding) => toProblem(file, finding));
};
