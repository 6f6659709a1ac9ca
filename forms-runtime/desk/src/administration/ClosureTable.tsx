import type { ClosureView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, DataTable, useFormatters, VisuallyHidden, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

export interface ClosureTableProps {
  readonly closures: readonly ClosureView[];
  readonly onRemove: (closure: ClosureView) => void;
}

/** When offices are closed, in words. */
const useWhen = (): ((closure: ClosureView) => string) => {
  const t = useDeskText();
  const { date } = useFormatters();
  return ({ recurs, date: day, from, to }) => {
    if (recurs === 'once')
      return from === to ? date(from) : t('closures.when.days', { from: date(from), to: date(to ?? from) });
    const [month = '', ofMonth = ''] = (day ?? '').split('-');
    const yearly = t('closures.when.yearly', { date: `${ofMonth}/${month}`, from: date(from) });
    return to === null ? yearly : t('closures.when.until', { yearly, to: date(to) });
  };
};

const useColumns = ({ onRemove }: ClosureTableProps): readonly Column<ClosureView>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const when = useWhen();
  const { dateTime } = useFormatters();
  return [
    { id: 'name', header: t('closures.name'), cell: ({ name }) => read(name) },
    { id: 'when', header: t('closures.when'), cell: when },
    {
      id: 'added',
      header: t('closures.added'),
      cell: ({ addedAt, addedBy }) => (
        <>
          {dateTime(addedAt)}
          <span className="desk-line">{addedBy}</span>
        </>
      ),
    },
    {
      id: 'actions',
      header: t('admin.actions'),
      cell: (one) => (
        <Button tone="quiet" size="small" onClick={() => onRemove(one)}>
          {t('admin.remove')}
          <VisuallyHidden> {read(one.name)}</VisuallyHidden>
        </Button>
      ),
    },
  ];
};

/** Days on which offices are closed beside the legal holidays. */
export const ClosureTable = (props: ClosureTableProps) => {
  const t = useDeskText();
  const columns = useColumns(props);
  return (
    <DataTable caption={t('closures')} captionHidden rows={props.closures} rowKey={({ id }) => id} columns={columns} />
  );
};
