import type { HoldView } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Button, DataTable, EmptyState, useFormatters, VisuallyHidden, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { CaseReference } from './CaseReference.tsx';
import { LiftDialog } from './LiftDialog.tsx';
import { PrivacyFrame } from './PrivacyFrame.tsx';
import { useHolds } from './use-privacy.ts';

const useColumns = (onLift: (hold: HoldView) => void): readonly Column<HoldView>[] => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  return [
    {
      id: 'case',
      header: t('traces.case'),
      cell: (hold) => (
        <>
          <CaseReference {...hold} />
          <span className="desk-line">{t(`hold.on.${hold.on}`)}</span>
        </>
      ),
    },
    { id: 'reason', header: t('hold.reason'), cell: ({ reason }) => reason },
    {
      id: 'placed',
      header: t('hold.placed'),
      cell: ({ placedAt, placedBy }) => (
        <>
          {dateTime(placedAt)}
          <span className="desk-line">{placedBy}</span>
        </>
      ),
    },
    {
      id: 'until',
      header: t('hold.until'),
      cell: ({ until, liftedAt, liftedBy, liftedReason }) => (
        <>
          {until === null ? t('hold.until.lifted') : date(until)}
          {liftedAt !== null && (
            <span className="desk-line">
              {t('hold.lifted', { at: dateTime(liftedAt), by: liftedBy ?? '', reason: liftedReason ?? '' })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'actions',
      header: t('admin.actions'),
      cell: (hold) =>
        hold.isOver ? (
          t('hold.over')
        ) : (
          <Button tone="quiet" size="small" onClick={() => onLift(hold)}>
            {t('hold.lift')}
            <VisuallyHidden> {hold.reference}</VisuallyHidden>
          </Button>
        ),
    },
  ];
};

const HoldList = ({ holds }: { readonly holds: readonly HoldView[] }) => {
  const t = useDeskText();
  const [lifted, setLifted] = useState<HoldView>();
  const columns = useColumns(setLifted);
  if (holds.length === 0) return <EmptyState title={t('holds.empty')}>{t('holds.empty.text')}</EmptyState>;
  return (
    <>
      <DataTable caption={t('holds')} captionHidden columns={columns} rows={holds} rowKey={({ id }) => id} />
      <LiftDialog hold={lifted} onClose={() => setLifted(undefined)} />
    </>
  );
};

/** What may not be destroyed for now, and why. */
export const HoldsPage = () => {
  const t = useDeskText();
  const holds = useHolds();
  return (
    <PrivacyFrame title={t('holds')} lead={t('holds.lead')}>
      <Answered query={holds}>{(all) => <HoldList holds={all} />}</Answered>
    </PrivacyFrame>
  );
};
