import { Failure, useLocalized } from '@irisflow/frame';
import { Button, Notice } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { MAX_SELECTED } from './ticks.ts';
import type { Selection } from './use-selection.ts';

/** Why what was ticked last stays out. */
const Refused = ({ selection: { refused, tasks } }: { readonly selection: Selection }) => {
  const t = useDeskText();
  const read = useLocalized();
  const [first] = tasks.values();
  if (refused === null || first === undefined) return null;
  const title =
    refused === 'full'
      ? t('bulk.full', { most: MAX_SELECTED })
      : t('bulk.mixed', { task: read(first.name), procedure: read(first.procedureTitle) });
  return <Notice tone="warning" title={title} live />;
};

/** What can be done with the tasks that are ticked. It stays in view while one scrolls on for more. */
export const SelectionBar = ({ selection }: { readonly selection: Selection }) => {
  const t = useDeskText();
  const read = useLocalized();
  const [, navigate] = useLocation();
  const { tasks, all, clear } = selection;
  const [first] = tasks.values();
  if (first === undefined) return null;
  const decide = (): void => navigate('/bulk/new', { state: { bulkTaskIds: [...tasks.keys()] } });
  return (
    <section className="desk-selection" aria-label={t('bulk.selection')}>
      <p className="desk-selection__count" aria-live="polite">
        <strong>{t.plural('bulk.selected', tasks.size)}</strong> {read(first.name)}
      </p>
      <div className="desk-selection__actions">
        <Button size="small" onClick={decide}>
          {t('bulk.decide')}
        </Button>
        <Button size="small" tone="secondary" busy={all.isPending} onClick={() => all.mutate(first)}>
          {t('bulk.all')}
        </Button>
        <Button size="small" tone="quiet" icon="cross" onClick={clear}>
          {t('bulk.clear')}
        </Button>
      </div>
      <Refused selection={selection} />
      {all.isError && <Failure error={all.error} />}
    </section>
  );
};
