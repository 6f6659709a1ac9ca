import { ConnectionError, ProblemError } from '@irisflow/client';
import { Button, LinkButton, Notice } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { usePortalText, type PortalKey } from '../texts/portal-texts.ts';

interface FailureText {
  readonly title: PortalKey;
  readonly text?: PortalKey;
}

const byStatus: Readonly<Record<number, FailureText>> = {
  401: { title: 'failure.signedOut' },
  403: { title: 'failure.forbidden' },
  429: { title: 'failure.title', text: 'failure.tooOften' },
  404: { title: 'failure.notFound', text: 'failure.notFound.text' },
};

const textOf = (error: unknown): FailureText => {
  if (error instanceof ConnectionError) return { title: 'failure.connection', text: 'failure.connection.text' };
  const known = error instanceof ProblemError ? byStatus[error.problem.status] : undefined;
  return known ?? { title: 'failure.title', text: 'failure.text' };
};

export interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Says what went wrong with a page or a part of it, and offers the way on. */
export const Failure = ({ error, onRetry }: FailureProps) => {
  const t = usePortalText();
  const [path] = useLocation();
  const { title, text } = textOf(error);
  return (
    <div className="iris-stack iris-stack--tight">
      <Notice tone="danger" title={t(title)} live>
        {text !== undefined && t(text)}
      </Notice>
      <div className="iris-row">
        {title === 'failure.signedOut' && (
          <LinkButton href={`/sign-in?returnTo=${encodeURIComponent(path)}`}>{t('account.signIn')}</LinkButton>
        )}
        {title !== 'failure.signedOut' && onRetry !== undefined && (
          <Button tone="secondary" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        )}
      </div>
    </div>
  );
};
