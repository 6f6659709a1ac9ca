import { ConnectionError, type ApplicationDraft } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, Notice, useFormatters } from '@irisflow/ui';
import { RetirementNotice } from '../catalog/RetirementNotice.tsx';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import type { Refill } from './use-refill.ts';

const SubmitTrouble = ({ error }: { readonly error: unknown }) => {
  const t = usePersonalText();
  if (error instanceof ConnectionError)
    return (
      <Notice tone="warning" title={t('application.submit.unknown')} live>
        {t('application.submit.unknown.text')}
      </Notice>
    );
  return <RefusalNotice title={t('application.submit.refused')} error={error} />;
};

interface SourcesProps {
  readonly draft: ApplicationDraft;
  readonly refill: Refill;
}

/** Which sources kept silent, and what came of asking them again. */
const Sources = ({ draft, refill }: SourcesProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const namesOf = (some: Refill['answered']): string => some.map(({ source }) => read(source)).join(', ');
  const ofPeople = draft.unavailable.filter(({ reason }) => reason === 'notApplicable');
  const onPaper = draft.unavailable.filter(({ reason }) => reason === 'onPaper');
  const silent = draft.unavailable.filter(({ reason }) => reason !== 'notApplicable' && reason !== 'onPaper');
  return (
    <>
      {refill.answered.length > 0 && (
        <Notice tone="success" title={t('application.refilled')} live>
          {t('application.refilled.text', { sources: namesOf(refill.answered) })}
        </Notice>
      )}
      {ofPeople.length > 0 && (
        <Notice tone="info" title={t('application.notApplicable')}>
          {t('application.notApplicable.text', { sources: namesOf(ofPeople) })}
        </Notice>
      )}
      {onPaper.length > 0 && (
        <Notice tone="info" title={t('application.onPaper')}>
          {t('application.onPaper.text', { sources: namesOf(onPaper) })}
        </Notice>
      )}
      {silent.length > 0 && (
        <Notice tone="warning" title={t('application.unavailable')}>
          <p>{t('application.unavailable.text', { sources: namesOf(silent) })}</p>
          {refill.ask !== undefined && (
            <Button tone="secondary" size="small" busy={refill.busy} onClick={refill.ask}>
              {t('application.unavailable.again')}
            </Button>
          )}
        </Notice>
      )}
    </>
  );
};

export interface ApplicationNoticesProps extends SourcesProps {
  readonly submitError: unknown;
}

/** What a person must know before going on: a source that kept silent, a draft that was resumed, a failed sending. */
export const ApplicationNotices = ({ draft, refill, submitError }: ApplicationNoticesProps) => {
  const t = usePersonalText();
  const { dateTime } = useFormatters();
  return (
    <>
      {submitError !== undefined && <SubmitTrouble error={submitError} />}
      {draft.retirement !== undefined && <RetirementNotice retirement={draft.retirement} />}
      <Sources draft={draft} refill={refill} />
      {draft.page !== null && (
        <p className="iris-muted portal-application__resumed">
          {t('application.resumed', { at: dateTime(draft.savedAt) })}
        </p>
      )}
    </>
  );
};
