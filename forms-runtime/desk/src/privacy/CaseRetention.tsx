import type { CaseRetention as Retention, HoldView } from '@irisflow/client';
import { Answered, useLocalized, usePerson } from '@irisflow/frame';
import { Button, Notice, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { LiftDialog } from './LiftDialog.tsx';
import { PlaceHoldDialog } from './PlaceHoldDialog.tsx';
import { useCaseRetention } from './use-privacy.ts';

interface HoldProps {
  readonly hold: HoldView;
  readonly onLift: (() => void) | undefined;
}

const Hold = ({ hold, onLift }: HoldProps) => {
  const t = useDeskText();
  const { date } = useFormatters();
  return (
    <Notice tone="warning" title={t(`hold.stops.${hold.on}`)}>
      <p>{hold.reason}</p>
      <p className="iris-muted">
        {hold.placedBy}, {hold.until === null ? t('hold.until.lifted') : t('hold.until.day', { day: date(hold.until) })}
      </p>
      {onLift !== undefined && (
        <Button tone="quiet" size="small" onClick={onLift}>
          {t('hold.lift')}
        </Button>
      )}
    </Notice>
  );
};

const Kept = ({ retention, caseId }: { readonly retention: Retention; readonly caseId: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const person = usePerson();
  const { date } = useFormatters();
  const [lifted, setLifted] = useState<HoldView>();
  const [isPlacing, setPlacing] = useState(false);
  const { rule } = retention;
  const mayHold = isSupervisor(person);
  return (
    <div className="iris-stack">
      <p>
        {rule === null
          ? t('retention.case.none')
          : t(`retention.case.${rule.fate}`, { until: date(rule.keptUntil), law: read(rule.legalRef) })}
      </p>
      {retention.holds
        .filter(({ isOver }) => !isOver)
        .map((hold) => (
          <Hold key={hold.id} hold={hold} onLift={mayHold ? () => setLifted(hold) : undefined} />
        ))}
      {mayHold && (
        <div>
          <Button tone="secondary" size="small" onClick={() => setPlacing(true)}>
            {t('hold.place')}
          </Button>
        </div>
      )}
      <LiftDialog hold={lifted} onClose={() => setLifted(undefined)} />
      <PlaceHoldDialog caseId={caseId} open={isPlacing} onClose={() => setPlacing(false)} />
    </div>
  );
};

/** How long the case is kept, and what stops its destruction. */
export const CaseRetention = ({ caseId }: { readonly caseId: string }) => {
  const retention = useCaseRetention(caseId);
  return <Answered query={retention}>{(found) => <Kept retention={found} caseId={caseId} />}</Answered>;
};
