import { useLocalized } from '@irisflow/frame';
import type { BulkReason, LocalizedText } from '@irisflow/client';
import { AppLink, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { FirstRows } from './FirstRows.tsx';

/** Mostly for one and the same reason: a few say it. */
const SHOWN = 5;

export interface LeftOut {
  readonly taskId: string;
  readonly reference: string;
  readonly applicant: string;
  readonly reason: BulkReason;
  /** Fields of its form that are wrong. */
  readonly fields?: readonly LocalizedText[];
}

interface LeftOutProps {
  readonly caption: string;
  readonly rows: readonly LeftOut[];
}

const useColumns = (): readonly Column<LeftOut>[] => {
  const t = useDeskText();
  const read = useLocalized();
  return [
    {
      id: 'case',
      header: t('column.case'),
      cell: ({ taskId, reference }) => <AppLink href={`/tasks/${taskId}`}>{reference || taskId}</AppLink>,
    },
    { id: 'applicant', header: t('column.applicant'), cell: ({ applicant }) => applicant || '–' },
    {
      id: 'reason',
      header: t('bulk.reason'),
      cell: ({ reason, fields = [] }) =>
        fields.length === 0
          ? t(`bulk.reason.${reason}`)
          : t('bulk.reason.fields', { fields: fields.map((field) => read(field)).join(', ') }),
    },
  ];
};

/** Tasks that are not decided with the others, each with its reason and the way to its own page. */
export const LeftOutTable = ({ caption, rows }: LeftOutProps) => {
  const columns = useColumns();
  return <FirstRows caption={caption} columns={columns} rows={rows} shown={SHOWN} />;
};
