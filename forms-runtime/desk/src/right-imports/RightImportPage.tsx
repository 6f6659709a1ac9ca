import type { RightImportView } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { ControlsForm } from './ControlsForm.tsx';
import { Reconciliation } from './Reconciliation.tsx';
import { useRightImportText } from './right-import-texts.ts';
import { RightImportProgress, RightImportSteps } from './RightImportSteps.tsx';
import { Problems } from './RightProblems.tsx';
import { RightRows } from './RightRows.tsx';
import { isAtWork, useRightImport } from './use-right-imports.ts';

interface OfView {
  readonly view: RightImportView;
}

/** How long its rows stay, or since when they are gone. */
const Kept = ({ view }: OfView) => {
  const t = useRightImportText();
  const { date } = useFormatters();
  return view.erasedAt === null ? (
    <p className="iris-muted">{t('kept', { day: date(view.eraseAt) })}</p>
  ) : (
    <Notice title={t('erased', { day: date(view.erasedAt) })} />
  );
};

/** Columns that no field of the kind is called by: what stands in them is not taken over. */
const LeftAside = ({ view }: OfView) => {
  const t = useRightImportText();
  const names = view.header.filter((_, index) => view.recognized[index] === null);
  if (names.length === 0 || view.state === 'confirmed') return null;
  return (
    <Notice tone="warning" title={t('leftAside')}>
      {names.map((name) => name || '–').join(', ')}
    </Notice>
  );
};

/** Before anything is taken over it can still be typed in; then it stays to be read beside what came of it. */
const mayNoteControls = ({ state }: RightImportView): boolean => state === 'uploaded' || state === 'checked';

const OpenImport = ({ view }: OfView) => (
  <div className="iris-stack iris-stack--loose">
    {view.state !== 'uploaded' && <RightImportProgress view={view} />}
    <RightImportSteps view={view} />
    <Kept view={view} />
    <LeftAside view={view} />
    {!isAtWork(view) && view.reconciliation !== null && <Reconciliation view={view} found={view.reconciliation} />}
    {mayNoteControls(view) && view.erasedAt === null && <ControlsForm view={view} />}
    {!isAtWork(view) && <Problems problems={view.problems} />}
    {view.state !== 'uploaded' && !isAtWork(view) && <RightRows view={view} />}
  </div>
);

/** A file of rights from its upload to its reconciliation: dry run, what is otherwise, progress, and what came of it. */
export const RightImportPage = ({ importId }: { readonly importId: string }) => {
  const t = useRightImportText();
  const desk = useDeskText();
  const read = useLocalized();
  const { dateTime, number } = useFormatters();
  const query = useRightImport(importId);
  const { data: view } = query;
  return (
    <Page
      title={view?.fileName ?? t('title')}
      {...(view !== undefined && {
        eyebrow: `${read(view.kindName)} · ${read(view.procedureTitle)}`,
        lead: t('of', { rows: number(view.rows), name: view.uploadedBy.name, at: dateTime(view.uploadedAt) }),
      })}
      crumbs={[
        { href: '/rights', label: desk('rights.title') },
        { href: '/right-imports', label: t('title') },
      ]}
    >
      <Answered query={query}>{(found) => <OpenImport view={found} />}</Answered>
    </Page>
  );
};
