import { ConnectionError, ProblemError } from '@irisflow/client';
import { Button, Notice } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

export interface FailureProps {
  error: unknown;
  onRetry?: () => void;
}

/** Says what went wrong and offers another try. */
export const Failure = ({ error, onRetry }: FailureProps) => {
  const t = useTexts();
  const title = error instanceof ConnectionError ? t('failure.connection') : t('failure.title');
  const detail = error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : null;
  return (
    <Notice tone="danger" title={title} live>
      {detail !== null && <p>{detail}</p>}
      {onRetry !== undefined && (
        <Button tone="secondary" size="small" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </Notice>
  );
};
