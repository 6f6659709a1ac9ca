import type { Locale, ProcedureProblem } from '@irisflow/client';
import { soundnessMessage } from '@irisflow/soundness';
import type { PathFinding, PathReport } from './check-process.ts';
import { elementWords } from './element-words.ts';

/** A problem that exploring the paths has found, with the way that leads to it. */
export interface PathProblem extends ProcedureProblem {
  readonly finding: PathFinding;
}

/** The finding behind a problem of the list; null for what the other checks have found. */
export const findingOf = (problem: ProcedureProblem): PathFinding | null =>
  'finding' in problem ? (problem as PathProblem).finding : null;

const messageIn = (finding: PathFinding, locale: Locale): string =>
  soundnessMessage(finding, elementWords(finding.drawn, locale), locale);

const toProblem = (file: string, finding: PathFinding): PathProblem => ({
  file,
  code: finding.code,
  severity: finding.severity,
  message: { fr: messageIn(finding, 'fr'), nl: messageIn(finding, 'nl'), en: messageIn(finding, 'en') },
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
  const isNew = ({ code, elementId }: PathFinding): boolean =>
    code !== 'SOUNDNESS_NEVER_REACHED' || !unreachable.has(elementId);
  return (report?.findings ?? []).filter(isNew).map((finding) => toProblem(file, finding));
};
