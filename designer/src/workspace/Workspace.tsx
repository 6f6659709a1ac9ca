import type { ProcedureDraft } from '@irisflow/client';
import { PageLayout, Spinner } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { draftCalls } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { DraftProvider } from './draft-context.ts';
import { DraftStore } from './draft-store.ts';
import { WorkspaceFrame } from './WorkspaceFrame.tsx';
import './workspace.css';

export interface WorkspaceProps {
  header: ReactNode;
  procedureKey: string;
}

/** Milliseconds without a keystroke before a save. */
const quiet = 800;

const OpenWorkspace = ({ header, draft }: { header: ReactNode; draft: ProcedureDraft }) => {
  const [store] = useState(() => new DraftStore(draft, draftCalls(draft.key), { quiet, now: () => new Date() }));
  useEffect(() => {
    // A failed check leaves the list of problems as it is; the next save brings a new one.
    store.lint().catch(() => undefined);
    const onHide = (): void => void store.flush();
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (store.state().unsaved.size > 0) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onLeave);
      void store.flush();
    };
  }, [store]);
  return (
    <DraftProvider value={store}>
      <WorkspaceFrame header={header} procedureKey={draft.key} />
    </DraftProvider>
  );
};

/** One procedure under edit: its files, problems, versions and instances. */
export const Workspace = ({ header, procedureKey }: WorkspaceProps) => {
  // The store owns the draft from here on; a draft from the cache would be older than what was typed.
  const draft = useQuery({
    queryKey: ['draft', procedureKey],
    queryFn: draftCalls(procedureKey).load,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (draft.isPending)
    return (
      <PageLayout header={header}>
        <Spinner />
      </PageLayout>
    );
  if (draft.isError)
    return (
      <PageLayout header={header}>
        <Failure error={draft.error} onRetry={() => void draft.refetch()} />
      </PageLayout>
    );
  return <OpenWorkspace header={header} draft={draft.data} />;
};
