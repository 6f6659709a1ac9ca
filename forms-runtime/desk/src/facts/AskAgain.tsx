import type { CaseFacts } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, Notice } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useAskAgain } from './use-facts.ts';

interface AskAgainProps {
  readonly caseId: string;
  readonly sources: CaseFacts['sources'];
}

/** The sources that can be asked again, under the authorization of the procedure; the applicant sees each question. */
export const AskAgain = ({ caseId, sources }: AskAgainProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const ask = useAskAgain(caseId);
  const offered = sources.filter(({ canAskAgain }) => canAskAgain);
  if (offered.length === 0) return null;
  return (
    <div className="iris-stack iris-stack--tight">
      <p className="iris-muted">{t('facts.askAgain.lead')}</p>
      <div className="iris-row">
        {offered.map(({ key, name }) => (
          <Button
            key={key}
            tone="secondary"
            size="small"
            busy={ask.isPending && ask.variables === key}
            onClick={() => ask.mutate(key)}
          >
            {t('facts.askAgain', { source: read(name) })}
          </Button>
        ))}
      </div>
      {ask.isError && <Failure error={ask.error} />}
      {ask.isSuccess && (
        <Notice
          live
          tone={ask.data.outcome === 'answered' ? 'success' : 'warning'}
          title={t('facts.askedAgain', { outcome: t(`consultation.${ask.data.outcome}`) })}
        />
      )}
    </div>
  );
};
