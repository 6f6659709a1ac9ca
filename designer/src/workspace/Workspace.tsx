import { useSession, type ProcedureDraft } from '@irisflow/client';
import { PageLayout, Spinner } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { draftCalls } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { DraftProvider } from './draft-context.ts';
import { DraftStore } from './draft-store.ts';
import { createEditsKeeper } from './together/kept-edits.ts';
import { windowId } from './together/window-id.ts';
import { WorkspaceFrame } from './WorkspaceFrame.tsx';
import './workspace.css';

export interface WorkspaceProps {
  header: ReactNode;
  procedureKey: string;
}

/** Milliseconds without a keystroke before a save. */
const quiet = 800;

interface OpenWorkspaceProps {
  header: ReactNode;
  draft: ProcedureDraft;
  personId: string;
}

const openStore = (draft: ProcedureDraft, personId: string): DraftStore => {
  const ofWindow = windowId();
  const keeper = createEditsKeeper({
    storage: localStorage,
    personId,
    procedureKey: draft.key,
    windowId: ofWindow,
    now: Date.now,
  });
  return new DraftStore(draft, draftCalls(draft.key, ofWindow), { quiet, now: () => new Date(), keeper });
};

const OpenWorkspace = ({ header, draft, personId }: OpenWorkspaceProps) => {
  const [store] = useState(() => openStore(draft, personId));
  useEffect(() => {
    // A failed check leaves the list of problems as it is; the next save brings a new one.
    store.lint().catch(() => undefined);
    const save = (): void => void store.flush();
    const onHide = (): void => {
      store.keep();
      save();
    };
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (store.state().unsaved.size > 0) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('online', save);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('online', save);
      store.keep();
      save();
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
  const session = useSession();
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
  return <OpenWorkspace header={header} draft={draft.data} personId={session.data?.person?.id ?? ''} />;
};
