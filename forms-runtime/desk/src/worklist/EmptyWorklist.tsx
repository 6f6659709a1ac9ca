import { Button, EmptyState, LinkButton } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { hasFilters, withoutFilters, worklistAddress, type WorklistFilters } from './worklist-filters.ts';

export interface EmptyWorklistProps {
  readonly filters: WorklistFilters;
  /** How many tasks nobody has yet. */
  readonly unassigned: number;
  readonly onClear: () => void;
}

/** A list without tasks: because of the filters, or because the work is done. */
export const EmptyWorklist = ({ filters, unassigned, onClear }: EmptyWorklistProps) => {
  const t = useDeskText();
  if (hasFilters(filters))
    return (
      <EmptyState title={t('empty.filtered')} action={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
        {t('empty.filtered.text')}
      </EmptyState>
    );
  const toUnassigned = worklistAddress({ ...withoutFilters(filters), view: 'unassigned' });
  const isInvited = filters.view === 'mine' && unassigned > 0;
  return (
    <EmptyState
      icon="check"
      title={t(`empty.${filters.view}`)}
      action={isInvited && <LinkButton href={toUnassigned}>{t.plural('empty.toUnassigned', unassigned)}</LinkButton>}
    />
  );
};
