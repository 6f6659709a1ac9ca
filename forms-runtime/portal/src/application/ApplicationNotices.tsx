import { ConnectionError, type ApplicationDraft } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePortalText } from '../texts/portal-texts.ts';

const SubmitTrouble = ({ error }: { readonly error: unknown }) => {
  const t = usePortalText();
  if (error instanceof ConnectionError)
    return (
      <Notice tone="warning" title={t('application.submit.unknown')} live>
        {t('application.submit.unknown.text')}
      </Notice>
    );
  return <RefusalNotice title={t('application.submit.refused')} error={error} />;
};

export interface ApplicationNoticesProps {
  readonly draft: ApplicationDraft;
  readonly submitError: unknown;
}

/** What a person must know before going on: a source that kept silent, a draft that was resumed, a failed sending. */
export const ApplicationNotices = ({ draft, submitError }: ApplicationNoticesProps) => {
  const t = usePortalText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const sources = draft.unavailable.map(({ source }) => read(source)).join(', ');
  return (
    <>
      {submitError !== undefined && <SubmitTrouble error={submitError} />}
      {sources !== '' && (
        <Notice tone="warning" title={t('application.unavailable')}>
          {t('application.unavailable.text', { sources })}
        </Notice>
      )}
      {draft.page !== null && (
        <p className="iris-muted portal-application__resumed">
          {t('application.resumed', { at: dateTime(draft.savedAt) })}
        </p>
      )}
    </>
  );
};
