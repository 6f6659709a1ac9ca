import type { ApplicationDraft } from '@irisflow/client';
import { AppLink, Notice, TextArea, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';

export const despiteField = 'despite';
const MAX_REASON = 500;

export interface OpenCasesProps {
  readonly cases: ApplicationDraft['openCases'];
  /** Why this one is another matter. */
  readonly reason: string;
  /** Whether the application was sent without saying it. */
  readonly isMissing: boolean;
  readonly onReason: (reason: string) => void;
}

/** Says that a case of the procedure goes on already, and asks why there is to be another one. Nobody is kept from it. */
export const OpenCases = ({ cases, reason, isMissing, onReason }: OpenCasesProps) => {
  const t = usePersonalText();
  const { date } = useFormatters();
  if (cases.length === 0) return null;
  return (
    <Notice tone="warning" title={t('application.openCases')}>
      <p>{t('application.openCases.text')}</p>
      <ul>
        {cases.map(({ id, reference, submittedAt }) => (
          <li key={id}>
            <AppLink href={`/my/cases/${id}`}>{reference}</AppLink>,{' '}
            {t('application.openCases.sent', { at: date(submittedAt) })}
          </li>
        ))}
      </ul>
      <TextArea
        id={despiteField}
        label={t('application.openCases.reason')}
        hint={t('application.openCases.reason.hint')}
        rows={2}
        maxLength={MAX_REASON}
        value={reason}
        onChange={onReason}
        {...(isMissing && { error: t('application.openCases.missing') })}
      />
    </Notice>
  );
};
