import { answer, platform, type ApplicationDraft } from '@irisflow/client';
import { Failure, Page } from '@irisflow/frame';
import { Spinner, useLocale } from '@irisflow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Redirect } from 'wouter';
import { carriedAnswers, forgetCarried, withCarried } from '../catalog/eligibility.ts';
import { usePersonalText } from '../texts/personal-texts.ts';
import { draftKey } from './draft-key.ts';
import { sameAnswers } from './same-answers.ts';

/** Takes over what was answered before signing in; when that cannot be saved, the application opens without. */
const takingOver = async (draft: ApplicationDraft): Promise<ApplicationDraft> => {
  const carried = carriedAnswers(draft.procedureKey);
  if (carried === undefined) return draft;
  const data = withCarried(draft.data, carried);
  if (sameAnswers(data, draft.data)) return draft;
  const { id: draftId, language, revision, page } = draft;
  try {
    const body = { data, language, revision, page };
    const saved = await answer(platform.PUT('/api/applications/{draftId}', { params: { path: { draftId } }, body }));
    forgetCarried(draft.procedureKey);
    return { ...draft, ...saved, data };
  } catch {
    return draft;
  }
};

/** Opens an application of a procedure, or the one a person has open already, and goes there with it. */
export const OpenApplicationPage = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = usePersonalText();
  const locale = useLocale();
  const queries = useQueryClient();
  const [language] = useState(locale);
  // A query, because opening twice resumes: the platform keeps at most one open application of a procedure.
  const opening = useQuery({
    queryKey: ['application', 'open', procedureKey],
    queryFn: async () => {
      const opened = await answer(platform.POST('/api/applications', { body: { procedureKey, language } }));
      const draft = await takingOver(opened);
      queries.setQueryData(draftKey(draft.id), draft);
      return draft;
    },
    gcTime: 0,
    staleTime: Infinity,
  });
  if (opening.isSuccess) return <Redirect to={`/applications/${opening.data.id}`} replace />;
  return (
    <Page title={t(opening.isError ? 'application.opening.failed' : 'application.opening')}>
      {opening.isError ? (
        <Failure error={opening.error} onRetry={() => void opening.refetch()} />
      ) : (
        <Spinner label={t('application.opening.text')} />
      )}
    </Page>
  );
};
