import { answer, platform } from '@irisflow/client';
import { Notice } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { usePersonalText } from '../texts/personal-texts.ts';

const POLL_MILLISECONDS = 30_000;

/** That a technical check holds the case up: nothing technical, and nothing to do. */
export const Standstill = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const { data } = useQuery({
    queryKey: ['standstill', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/standstill', { params: { path: { caseId } } })),
    refetchInterval: POLL_MILLISECONDS,
  });
  if (data === undefined || data.since === null) return null;
  return <Notice title={t('case.standstill')}>{t('case.standstill.text')}</Notice>;
};
