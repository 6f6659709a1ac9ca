import type { ElementCount, MovePlanView } from '@irisflow/client';
import { nameDiagram } from '@irisflow/frame';
import { Spinner, useLocale } from '@irisflow/ui';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useVersionFiles } from '../api/procedures.ts';
import { filesByPath } from '../changes/diff-files.ts';
import { useTexts } from '../texts/use-texts.ts';

/** The library that draws weighs more than the table beside it. */
const CountedDiagram = lazy(async () => ({
  default: (await import('../instances/CountedDiagram.tsx')).CountedDiagram,
}));

interface DrawnProps {
  readonly process: MovePlanView['processes'][number];
  readonly procedureKey: string;
  readonly from: number;
  readonly to: number;
}

const Drawn = ({ process, procedureKey, from, to }: DrawnProps) => {
  const t = useTexts();
  const locale = useLocale();
  const before = useVersionFiles(procedureKey, from);
  const after = useVersionFiles(procedureKey, to);
  const counts = useMemo(
    () =>
      process.steps.map(({ id, active }): ElementCount => ({
        elementId: id,
        active,
        completed: 0,
        canceled: 0,
        incidents: 0,
      })),
    [process],
  );
  const names = Object.fromEntries(process.steps.map(({ id, name }) => [id, name]));
  const targetNames = Object.fromEntries(process.targets.map(({ id, name }) => [id, name]));
  const xmlOf = (files: typeof before.data, path: string | null) =>
    path === null || files === undefined ? '' : (filesByPath(files).get(path) ?? '');
  if (before.data === undefined || after.data === undefined) return <Spinner />;
  const [source, target] = [xmlOf(before.data, process.file), xmlOf(after.data, process.targetFile)];
  return (
    <div className="changed-diagrams">
      {source !== '' && (
        <CountedDiagram
          label={t('move.drawingFrom', { process: process.name, version: from })}
          xml={nameDiagram(source, names, locale)}
          counts={counts}
        />
      )}
      {target !== '' && (
        <CountedDiagram
          label={t('move.drawingTo', { process: process.name, version: to })}
          xml={nameDiagram(target, targetNames, locale)}
          counts={[]}
        />
      )}
    </div>
  );
};

export interface PlanDrawingsProps {
  readonly plan: MovePlanView;
  readonly procedureKey: string;
  readonly from: number;
  readonly to: number;
}

/** Both drawings of each process beside each other, with how many cases stand where. */
export const PlanDrawings = ({ plan, ...versions }: PlanDrawingsProps) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('change.onDrawings')}</summary>
      {isOpen && (
        <Suspense fallback={<Spinner />}>
          {plan.processes.map((process) => (
            <Drawn key={process.id} process={process} {...versions} />
          ))}
        </Suspense>
      )}
    </details>
  );
};
