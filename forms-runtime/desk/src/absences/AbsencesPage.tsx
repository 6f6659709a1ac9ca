import type { AbsenceView } from '@irisflow/client';
import { Answered, Failure, Page, usePerson } from '@irisflow/frame';
import { AppLink, Button, ConfirmDialog, DataTable, EmptyState, useFormatters, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { RecordAbsence } from './RecordAbsence.tsx';
import { useAbsences, useEndAbsence } from './use-absences.ts';

interface Ending {
  readonly onEnd: (absence: AbsenceView) => void;
}

const useColumns = ({ onEnd }: Ending): readonly Column<AbsenceView>[] => {
  const t = useDeskText();
  const { date } = useFormatters();
  const person = usePerson();
  return [
    { id: 'person', header: t('absence.who'), cell: (absence) => <strong>{absence.person.name}</strong> },
    { id: 'from', header: t('absence.from'), cell: ({ from }) => date(from) },
    { id: 'to', header: t('absence.to'), cell: ({ to }) => date(to) },
    { id: 'standIn', header: t('absence.standIn'), cell: ({ standIn }) => standIn?.name ?? '–' },
    {
      id: 'tasks',
      header: t('absence.tasks'),
      cell: ({ id, person: absent, openTasks }) =>
        isSupervisor(person) && openTasks > 0 ? (
          <AppLink href={`/absences/${id}/reassign`}>
            {t.plural('absence.reassign', openTasks, { name: absent.name })}
          </AppLink>
        ) : (
          openTasks
        ),
    },
    {
      id: 'actions',
      header: t('column.actions'),
      cell: (absence) =>
        (isSupervisor(person) || absence.person.id === person.id) && (
          <Button
            size="small"
            tone="quiet"
            aria-label={t('absence.end.of', { name: absence.person.name })}
            onClick={() => onEnd(absence)}
          >
            {t('absence.end')}
          </Button>
        ),
    },
  ];
};

const EndDialog = ({
  absence,
  onClose,
}: {
  readonly absence: AbsenceView | undefined;
  readonly onClose: () => void;
}) => {
  const t = useDeskText();
  const end = useEndAbsence();
  return (
    <ConfirmDialog
      open={absence !== undefined}
      title={t('absence.end.of', { name: absence?.person.name ?? '' })}
      confirm={t('absence.end')}
      busy={end.isPending}
      onConfirm={() => absence !== undefined && end.mutate(absence.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      {end.isError && <Failure error={end.error} />}
      <p>{t('absence.end.text')}</p>
    </ConfirmDialog>
  );
};

/** Who is away or will be, and the way to give their tasks to others. */
export const AbsencesPage = () => {
  const t = useDeskText();
  const [isRecording, setRecording] = useState(false);
  const [ending, setEnding] = useState<AbsenceView>();
  const columns = useColumns({ onEnd: setEnding });
  return (
    <Page
      title={t('absence.title')}
      lead={t('absence.lead')}
      crumbs={[{ href: '/', label: t('nav.tasks') }]}
      actions={
        <Button tone="secondary" size="small" icon="plus" onClick={() => setRecording(true)}>
          {t('absence.record')}
        </Button>
      }
    >
      <Answered query={useAbsences()}>
        {(absences) =>
          absences.length === 0 ? (
            <EmptyState title={t('absence.none')} />
          ) : (
            <DataTable
              caption={t('absence.title')}
              captionHidden
              columns={columns}
              rows={absences}
              rowKey={({ id }) => id}
            />
          )
        }
      </Answered>
      <RecordAbsence open={isRecording} onClose={() => setRecording(false)} />
      <EndDialog absence={ending} onClose={() => setEnding(undefined)} />
    </Page>
  );
};
