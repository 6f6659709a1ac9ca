import { shortName } from '../workspace/file-kinds.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { PathCheck } from './path-checker.ts';

export interface PathStatusProps {
  path: string;
  check: PathCheck;
}

/** One sentence on how far the paths of a process were explored: an honest "no problem found" names its ground. */
export const PathStatus = ({ path, check: { status, report } }: PathStatusProps) => {
  const t = useTexts();
  const name = shortName(path);
  const explored = (): string => {
    const count = report?.states ?? 0;
    if (report?.isComplete === false) return t.plural('paths.gaveUp', count, { name });
    return t.plural(report?.findings.length === 0 ? 'paths.sound' : 'paths.explored', count, { name });
  };
  return <p className="path-status">{status === 'done' ? explored() : t(`paths.${status}`, { name })}</p>;
};
