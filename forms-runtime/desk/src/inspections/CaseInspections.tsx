import type { CaseView, InspectionView } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { Button, Dialog, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { documentUrl } from '../cases/document-url.ts';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { OpinionFiles } from '../opinions/OpinionAnswer.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { InspectionReport } from './InspectionReport.tsx';
import { InspectionTag } from './InspectionTag.tsx';
import { OrderInspection } from './OrderInspection.tsx';
import { useInspections, useWithdrawInspection } from './use-inspections.ts';

interface InspectionProps {
  readonly caseId: string;
  readonly inspection: InspectionView;
}

/** Since when, until when, by whom. */
const Course = ({ inspection }: Pick<InspectionProps, 'inspection'>) => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  const { state, askedAt, askedBy, of, reportedBy, endedAt, dueOn, visitOn, isPublic } = inspection;
  const read = useLocalized();
  return (
    <p className="iris-muted">
      {t('opinion.askedAt', { at: dateTime(askedAt), by: askedBy ?? t('opinion.byProcess') })} · {read(of)}
      {state === 'asked' && ` · ${t('opinion.dueOn', { day: date(dueOn) })}`}
      {visitOn !== null && ` · ${t('inspection.visitOn', { day: date(visitOn) })}`}
      {state === 'reported' && endedAt !== null && ` · ${t('inspection.reportedAt', { at: dateTime(endedAt) })}`}
      {reportedBy !== null && `, ${reportedBy}`}
      {isPublic && ` · ${t('inspection.public')}`}
    </p>
  );
};

const Withdraw = ({ caseId, inspection, onClose }: InspectionProps & { readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const withdraw = useWithdrawInspection(caseId);
  const reason = useReason();
  const submit = (): void => {
    if (!reason.check() || withdraw.isPending) return;
    const onSuccess = (): void => {
      toast(t('inspection.withdrawn'));
      onClose();
    };
    withdraw.mutate({ inspectionId: inspection.id, reason: reason.reason }, { onSuccess });
  };
  return (
    <Dialog open title={t('inspection.withdraw')} onClose={onClose}>
      <DialogForm
        error={withdraw.error}
        busy={withdraw.isPending}
        confirm={t('inspection.withdraw')}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{t('inspection.withdraw.text')}</p>
        <ReasonField id="inspection-withdraw-reason" {...reason.field} />
      </DialogForm>
    </Dialog>
  );
};

const Inspection = ({ caseId, inspection }: InspectionProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { label, administration, isOtherAdministration, address, subject, documents, state, reason } = inspection;
  const url = (documentId: string): string => documentUrl(caseId, documentId);
  return (
    <li className="desk-opinion">
      <p className="iris-row">
        <strong>{read(label)}</strong>
        {isOtherAdministration && <span>{read(administration)}</span>}
        <InspectionTag inspection={inspection} />
      </p>
      <Course inspection={inspection} />
      <p className="desk-hearing__where">{address}</p>
      <p className="desk-note__text">{subject}</p>
      <OpinionFiles documents={documents} url={url} />
      {state === 'withdrawn' && (
        <p>{reason === null ? t('opinion.caseClosed') : t('opinion.withdrawnBecause', { reason })}</p>
      )}
      <InspectionReport inspection={inspection} url={url} />
      {state === 'asked' && (
        <div>
          <Button
            tone="secondary"
            size="small"
            onClick={() => setWithdrawing(true)}
            aria-label={t('inspection.withdraw.of', { name: read(label) })}
          >
            {t('inspection.withdraw')}
          </Button>
        </div>
      )}
      {isWithdrawing && <Withdraw caseId={caseId} inspection={inspection} onClose={() => setWithdrawing(false)} />}
    </li>
  );
};

/** What is looked at on site for a case, what was found, and the way to ask for it. */
export const CaseInspections = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="iris-stack">
      <Answered query={useInspections(file.id)}>
        {(inspections) =>
          inspections.length === 0 ? (
            <p className="iris-muted">{t('inspection.none')}</p>
          ) : (
            <ul className="desk-opinions">
              {inspections.map((inspection) => (
                <Inspection key={inspection.id} caseId={file.id} inspection={inspection} />
              ))}
            </ul>
          )
        }
      </Answered>
      {(file.canWithdraw || file.appealOf !== null) && (
        <div>
          <Button tone="secondary" size="small" icon="plus" onClick={() => setAsking(true)}>
            {t('inspection.ask')}
          </Button>
        </div>
      )}
      <OrderInspection file={file} open={isAsking} onClose={() => setAsking(false)} />
    </div>
  );
};
