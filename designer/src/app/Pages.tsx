import { EmptyState, LinkButton, PageLayout, Spinner } from '@irisflow/ui';
import { lazy, Suspense, type ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ProcedureList } from '../procedures/ProcedureList.tsx';
import { useTexts } from '../texts/use-texts.ts';

const Workspace = lazy(async () => ({ default: (await import('../workspace/Workspace.tsx')).Workspace }));

const NotFound = () => {
  const t = useTexts();
  return (
    <EmptyState title={t('notFound.title')} action={<LinkButton href="/">{t('nav.procedures')}</LinkButton>}>
      {t('notFound.text')}
    </EmptyState>
  );
};

/** Which page an address shows. */
export const Pages = ({ header }: { header: ReactNode }) => (
  <Switch>
    <Route path="/">
      <PageLayout header={header}>
        <ProcedureList />
      </PageLayout>
    </Route>
    <Route path="/sign-in">
      <Redirect to="/" replace />
    </Route>
    <Route path="/procedures/:key/*?">
      {({ key }) => (
        <Suspense
          fallback={
            <PageLayout header={header}>
              <Spinner />
            </PageLayout>
          }
        >
          <Workspace key={key} header={header} procedureKey={key} />
        </Suspense>
      )}
    </Route>
    <Route>
      <PageLayout header={header}>
        <NotFound />
      </PageLayout>
    </Route>
  </Switch>
);
