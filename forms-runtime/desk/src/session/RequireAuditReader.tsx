import { RefusalPage, RequireSignIn } from '@irisflow/frame';
import type { ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { isAuditReader } from './clerk.ts';

const NotAuditReader = () => {
  const t = useDeskText();
  return (
    <RefusalPage title={t('audit.refused')} lead={t('audit.refused.text')}>
      {null}
    </RefusalPage>
  );
};

/** The audit, for those who may read it. */
export const RequireAuditReader = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={isAuditReader} refusal={<NotAuditReader />}>
    {children}
  </RequireSignIn>
);
