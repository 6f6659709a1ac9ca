import type { ReassignmentPlan } from '@irisflow/client';
import { AppLink, DataTable, type Column } from '@irisflow/ui';
import { CaseLanguage } from '../cases/CaseLanguage.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from '../worklist/RemainingDays.tsx';

type Receiver = ReassignmentPlan['receivers'][number];
type Move = ReassignmentPlan['moves'][number];

const useReceiverColumns = (): readonly Column<Receiver>[] => {
  const t = useDeskText();
  return [
    { id: 'person', header: t('reassign.colleague'), cell: ({ person }) => <strong>{person.name}</strong> },
    { id: 'french', header: t('language.fr'), kind: 'number', cell: ({ french }) => french },
    { id: 'dutch', header: t('language.nl'), kind: 'number', cell: ({ dutch }) => dutch },
    { id: 'before', header: t('reassign.load.before'), kind: 'number', cell: ({ openTasks }) => openTasks.before },
    { id: 'after', header: t('reassign.load.after'), kind: 'number', cell: ({ openTasks }) => openTasks.after },
  ];
};

/** How many tasks each colleague would get. */
export const ReceiverTable = ({ receivers }: { readonly receivers: readonly Receiver[] }) => {
  const t = useDeskText();
  const columns = useReceiverColumns();
  if (receivers.length === 0) return <p className="iris-muted">{t('reassign.nobody')}</p>;
  return (
    <DataTable
      caption={t('reassign.receivers')}
      captionHidden
      columns={columns}
      rows={receivers}
      rowKey={({ person }) => person.id}
    />
  );
};

const useMoveColumns = (): readonly Column<Move>[] => {
  const t = useDeskText();
  return [
    {
      id: 'case',
      header: t('column.case'),
      cell: ({ taskId, reference }) => <AppLink href={`/tasks/${taskId}`}>{reference}</AppLink>,
    },
    { id: 'applicant', header: t('column.applicant'), cell: ({ applicant }) => applicant },
    { id: 'language', header: t('column.language'), cell: ({ language }) => <CaseLanguage language={language} /> },
    {
      id: 'due',
      header: t('column.due'),
      cell: ({ remainingDays, dueOn }) => <RemainingDays days={remainingDays} dueOn={dueOn} />,
    },
    {
      id: 'to',
      header: t('reassign.to'),
      cell: ({ to, reason }) => to?.name ?? t(`reassign.reason.${reason ?? 'nobody'}`),
    },
  ];
};

interface MovesProps {
  readonly caption: string;
  readonly moves: readonly Move[];
}

/** Each task and to whom it would go, or why to nobody. */
export const MoveTable = ({ caption, moves }: MovesProps) => {
  const columns = useMoveColumns();
  return <DataTable caption={caption} captionHidden columns={columns} rows={moves} rowKey={({ taskId }) => taskId} />;
};
