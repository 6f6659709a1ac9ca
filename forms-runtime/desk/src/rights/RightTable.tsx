import type { RightSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, type Column, DataTable, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { StandingTag } from './StandingTag.tsx';

const useColumns = (): readonly Column<RightSummary>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return [
    {
      id: 'number',
      header: t('right.number'),
      cell: ({ id, number }) => <AppLink href={`/rights/${id}`}>{number}</AppLink>,
    },
    { id: 'kind', header: t('right.kind'), cell: ({ kind }) => read(kind) },
    { id: 'holder', header: t('right.holder'), cell: ({ holder }) => holder },
    {
      id: 'validity',
      header: t('right.validity'),
      cell: ({ validFrom, validTo }) =>
        validTo === null
          ? t('right.validity.open', { from: date(validFrom) })
          : t('right.validity.days', { from: date(validFrom), to: date(validTo) }),
    },
    { id: 'state', header: t('right.state'), cell: (right) => <StandingTag right={right} /> },
  ];
};

/** Rights, a line each. */
export const RightTable = ({ rights }: { readonly rights: readonly RightSummary[] }) => {
  const t = useDeskText();
  const columns = useColumns();
  return (
    <DataTable caption={t('rights.title')} captionHidden columns={columns} rows={rights} rowKey={({ id }) => id} />
  );
};
