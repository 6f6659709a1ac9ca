import { Button } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { Page } from '../pages/Page.tsx';
import { useFrameText } from '../texts/frame-texts.ts';
import { useSignOutHere } from './use-sign-out-here.ts';

export interface RefusalPageProps {
  readonly title: string;
  readonly lead: string;
  /** The way to the application that is for them. */
  readonly children: ReactNode;
}

/** For people whom this application is not for: another application, or another person. */
export const RefusalPage = ({ title, lead, children }: RefusalPageProps) => {
  const t = useFrameText();
  const signOut = useSignOutHere();
  return (
    <Page title={title} lead={lead}>
      <div className="iris-row">
        {children}
        <Button tone="secondary" onClick={signOut}>
          {t('signIn.other')}
        </Button>
      </div>
    </Page>
  );
};
