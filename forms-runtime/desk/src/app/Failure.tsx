import { Button, LinkButton, Notice } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { isSignedOut, problemTexts } from '../texts/problem-text.ts';

export interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Says what went wrong with a page or a part of it, and offers the way on. */
export const Failure = ({ error, onRetry }: FailureProps) => {
  const t = useDeskText();
  const [path] = useLocation();
  const { title, text } = problemTexts(error);
  return (
    <div className="iris-stack iris-stack--tight">
      <Notice tone="danger" title={t(title)} live>
        {text !== undefined && t(text)}
      </Notice>
      <div className="iris-row">
        {isSignedOut(error) && (
          <LinkButton href={`/sign-in?returnTo=${encodeURIComponent(path)}`}>{t('account.signIn')}</LinkButton>
        )}
        {!isSignedOut(error) && onRetry !== undefined && (
          <Button tone="secondary" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        )}
      </div>
    </div>
  );
};
