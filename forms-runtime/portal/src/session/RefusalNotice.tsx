import { isSignedOut } from '@irisflow/frame';
import { Notice } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';
import { problemText } from '../texts/problem-text.ts';
import { SignedOut } from './SignedOut.tsx';

export interface RefusalNoticeProps {
  readonly error: unknown;
  readonly title?: string;
}

/** What was refused and why, with the way on when the session is over. */
export const RefusalNotice = ({ error, title }: RefusalNoticeProps) => {
  const t = usePortalText();
  if (isSignedOut(error)) return <SignedOut error={error} />;
  return (
    <Notice tone="danger" live {...(title !== undefined && { title })}>
      {t(problemText(error))}
    </Notice>
  );
};
