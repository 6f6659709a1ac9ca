import type { QuotaView } from '@irisflow/client';
import { AppLink, type Column, DataTable, useFormatters } from '@irisflow/ui';
import { useQuotaText } from './quota-texts.ts';

type OpenPlace = QuotaView['line'][number];
type Ceiling = QuotaView['ceilings'][number];

interface Places {
  readonly places: readonly OpenPlace[];
}

const useWhose = (): readonly Column<OpenPlace>[] => {
  const t = useQuotaText();
  return [
    {
      id: 'case',
      header: t('case'),
      cell: ({ caseId, reference }) => <AppLink href={`/cases/${caseId}`}>{reference}</AppLink>,
    },
    { id: 'applicant', header: t('applicant'), cell: ({ applicant }) => applicant },
  ];
};

/** Places that are kept for somebody, and until when. */
export const ReservationTable = ({ places }: Places) => {
  const t = useQuotaText();
  const whose = useWhose();
  const { date } = useFormatters();
  if (places.length === 0) return <p className="iris-muted">{t('reservations.empty')}</p>;
  const columns: readonly Column<OpenPlace>[] = [
    ...whose,
    {
      id: 'until',
      header: t('until'),
      cell: ({ reservedUntil }) => (reservedUntil === null ? '' : date(reservedUntil)),
    },
  ];
  return (
    <DataTable caption={t('reservations')} captionHidden columns={columns} rows={places} rowKey={({ id }) => id} />
  );
};

/** Those who wait, in their order. */
export const LineTable = ({ places }: Places) => {
  const t = useQuotaText();
  const whose = useWhose();
  const { date } = useFormatters();
  if (places.length === 0) return <p className="iris-muted">{t('line.empty')}</p>;
  const columns: readonly Column<OpenPlace>[] = [
    { id: 'position', header: t('position'), cell: ({ position }) => position },
    ...whose,
    { id: 'since', header: t('since'), cell: ({ askedAt }) => date(askedAt) },
  ];
  return <DataTable caption={t('line')} captionHidden columns={columns} rows={places} rowKey={({ id }) => id} />;
};

/** How many places there are, by day. */
export const CeilingTable = ({ ceilings }: { readonly ceilings: readonly Ceiling[] }) => {
  const t = useQuotaText();
  const { date } = useFormatters();
  const columns: readonly Column<Ceiling>[] = [
    { id: 'from', header: t('from'), cell: ({ validFrom }) => date(validFrom) },
    { id: 'to', header: t('to'), cell: ({ validTo }) => (validTo === null ? t('open') : date(validTo)) },
    { id: 'ceiling', header: t('ceiling'), cell: ({ ceiling }) => ceiling },
    { id: 'legal', header: t('legal'), cell: ({ legalRef }) => legalRef },
  ];
  return (
    <DataTable
      caption={t('ceilings')}
      captionHidden
      columns={columns}
      rows={ceilings}
      rowKey={({ validFrom }) => validFrom}
    />
  );
};
