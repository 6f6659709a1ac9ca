import { ProblemError } from '@irisflow/client';
import { useProblemTexts } from '@irisflow/frame';
import { Button, Notice, useT } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { TechnicalDetail } from './TechnicalDetail.tsx';

export interface FailureProps {
  error: unknown;
  onRetry?: () => void;
}

const detailOf = (error: unknown): string | null => {
  if (!(error instanceof ProblemError)) return null;
  const { code, detail, title } = error.problem;
  return `${code}: ${detail ?? title}`;
};

/** Says what went wrong and offers another try. */
export const Failure = ({ error, onRetry }: FailureProps) => {
  const t = useTexts();
  const say = useT();
  const { title, text } = useProblemTexts(error);
  const detail = detailOf(error);
  return (
    <Notice tone="danger" title={say(title)} live>
      {text !== undefined && <p>{say(text)}</p>}
      {detail !== null && <TechnicalDetail detail={detail} />}
      {onRetry !== undefined && (
        <Button tone="secondary" size="small" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </Notice>
  );
};
