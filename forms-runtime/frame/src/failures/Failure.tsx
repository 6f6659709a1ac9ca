import { Button, LinkButton, Notice, useT } from '@irisflow/ui';
import { levelNeeded, useSignInPath } from '../session/use-sign-in-path.ts';
import { useFrameText } from '../texts/frame-texts.ts';
import { isSignedOut, useProblemTexts } from './problems.ts';

export interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Says what went wrong with a page or a part of it, and offers the way on. */
export const Failure = ({ error, onRetry }: FailureProps) => {
  const t = useFrameText();
  const say = useT();
  const signIn = useSignInPath(error);
  const { title, text } = useProblemTexts(error);
  const isTooWeak = levelNeeded(error) !== undefined;
  return (
    <div className="iris-stack iris-stack--tight">
      <Notice tone={isTooWeak ? 'warning' : 'danger'} title={say(title)} live>
        {text !== undefined && say(text)}
      </Notice>
      <div className="iris-row">
        {isSignedOut(error) && (
          <LinkButton href={signIn}>{t(isTooWeak ? 'signIn.stronger' : 'account.signIn')}</LinkButton>
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
