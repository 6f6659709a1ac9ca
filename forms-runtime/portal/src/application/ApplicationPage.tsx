import { answer, platform } from '@irisflow/client';
import { Answered, LoadingPage, Page, problemCode } from '@irisflow/frame';
import { useQuery } from '@tanstack/react-query';
import { usePersonalText } from '../texts/personal-texts.ts';
import { AlreadySubmitted } from './AlreadySubmitted.tsx';
import { ApplicationForm } from './ApplicationForm.tsx';
import { draftKey } from './draft-key.ts';

/** Loaded once: from then on the form holds the answers, and its saver hears of newer versions. */
const useDraft = (draftId: string) =>
  useQuery({
    queryKey: draftKey(draftId),
    queryFn: () => answer(platform.GET('/api/applications/{draftId}', { params: { path: { draftId } } })),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** An application being filled in. */
export const ApplicationPage = ({ draftId }: { readonly draftId: string }) => {
  const t = usePersonalText();
  const draft = useDraft(draftId);
  if (draft.isSuccess) return <ApplicationForm draft={draft.data} isReopened={draft.isFetchedAfterMount} />;
  if (draft.isPending) return <LoadingPage />;
  if (problemCode(draft.error) === 'DRAFT_SUBMITTED') return <AlreadySubmitted />;
  return (
    <Page title={t('case.title')}>
      <Answered query={draft}>{() => null}</Answered>
    </Page>
  );
};
