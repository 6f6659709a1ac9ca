import { lazy, Suspense, useState } from 'react';
import { Spinner } from '@irisflow/ui';
import { shortName } from '../workspace/file-kinds.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { FileChange } from './diff-files.ts';

/** The library that draws weighs more than the lists beside it. */
const ChangedDiagram = lazy(async () => ({ default: (await import('./ChangedDiagram.tsx')).ChangedDiagram }));

export interface ChangedDiagramsProps {
  readonly changes: readonly FileChange[];
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

/** The drawings that differ, before and after beside each other. */
export const ChangedDiagrams = ({ changes, before, after, beforeLabel, afterLabel }: ChangedDiagramsProps) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const drawn = changes.filter(({ path, elements }) => path.endsWith('.bpmn') && elements.length > 0);
  if (drawn.length === 0) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('change.onDrawings')}</summary>
      {isOpen &&
        drawn.map(({ path, elements }) => (
          <section key={path} aria-label={shortName(path)}>
            <p>
              <strong>{shortName(path)}</strong>
            </p>
            <Suspense fallback={<Spinner />}>
              <div className="changed-diagrams">
                <ChangedDiagram
                  label={beforeLabel}
                  xml={before.get(path) ?? ''}
                  changes={elements.filter(({ kind }) => kind !== 'added')}
                />
                <ChangedDiagram
                  label={afterLabel}
                  xml={after.get(path) ?? ''}
                  changes={elements.filter(({ kind }) => kind !== 'removed')}
                />
              </div>
            </Suspense>
          </section>
        ))}
    </details>
  );
};
