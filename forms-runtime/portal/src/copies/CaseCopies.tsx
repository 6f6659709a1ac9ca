import { answer, platform, type FileCopyView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Icon, Spinner, useFormatters } from '@irisflow/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePersonalText } from '../texts/personal-texts.ts';

/** While one is being made, in milliseconds. */
const SOON = 1500;

const keyOf = (caseId: string) => ['my', 'copies', caseId] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });

const useMyCopies = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/copies', byCase(caseId))),
    refetchInterval: ({ state }) => (state.data?.some((copy) => copy.state === 'waiting') === true ? SOON : false),
  });

const useCopyMyFile = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(platform.POST('/api/my/cases/{caseId}/copies', byCase(caseId))),
    onSuccess: (copies) => queries.setQueryData(keyOf(caseId), copies),
  });
};

const urlOf = (caseId: string, copyId: string, as: 'pdf' | 'zip'): string =>
  `/api/my/cases/${encodeURIComponent(caseId)}/copies/${encodeURIComponent(copyId)}?as=${as}`;

const LeftOut = ({ copy }: { readonly copy: FileCopyView }) => {
  const t = usePersonalText();
  if (copy.leftOut.length === 0) return null;
  return (
    <details>
      <summary>{t('copies.leftOut')}</summary>
      <ul lang={copy.language}>
        {copy.leftOut.map(({ what, why }, index) => (
          // Two fields may be called the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {what} ({why})
          </li>
        ))}
      </ul>
    </details>
  );
};

const Copy = ({ caseId, copy }: { readonly caseId: string; readonly copy: FileCopyView }) => {
  const t = usePersonalText();
  const { dateTime } = useFormatters();
  const at = dateTime(copy.askedAt);
  return (
    <li>
      <Icon name="file" />
      <div className="iris-stack iris-stack--tight">
        <span>{t('copies.of', { at })}</span>
        {copy.state === 'waiting' && <Spinner label={t('copies.waiting')} />}
        {copy.state === 'failed' && <p role="alert">{t('copies.failed')}</p>}
        {copy.state === 'ready' && (
          <p>
            <a href={urlOf(caseId, copy.id, 'pdf')} download aria-label={t('copies.pdf.of', { at })}>
              {t('copies.pdf')}
            </a>
            {' · '}
            <a href={urlOf(caseId, copy.id, 'zip')} download aria-label={t('copies.zip.of', { at })}>
              {t('copies.zip')}
            </a>
          </p>
        )}
        <LeftOut copy={copy} />
      </div>
    </li>
  );
};

/** The whole file to take away, with an index of what is in it and of what is not. */
export const CaseCopies = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const copies = useMyCopies(caseId);
  const ask = useCopyMyFile(caseId);
  return (
    <section className="portal-section portal-section--screen" aria-labelledby="copies">
      <h2 id="copies">{t('copies.title')}</h2>
      <p className="iris-prose">{t('copies.text')}</p>
      {copies.isError && <Failure error={copies.error} onRetry={() => void copies.refetch()} />}
      {ask.isError && <Failure error={ask.error} />}
      {copies.data !== undefined && copies.data.length > 0 && (
        <ul className="portal-files" aria-live="polite">
          {copies.data.map((copy) => (
            <Copy key={copy.id} caseId={caseId} copy={copy} />
          ))}
        </ul>
      )}
      <div>
        <Button tone="secondary" busy={ask.isPending} onClick={() => ask.mutate()}>
          {t('copies.make')}
        </Button>
      </div>
    </section>
  );
};
