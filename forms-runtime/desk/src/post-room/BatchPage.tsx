import type { PrintBatchView } from '@irisflow/client';
import { Answered, Page } from '@irisflow/frame';
import { type LineItem, SummaryList, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { BatchLetters } from './BatchLetters.tsx';
import { BatchStateTag } from './BatchStateTag.tsx';
import { GiveUpBatch } from './GiveUpBatch.tsx';
import { PostBatch } from './PostBatch.tsx';
import { usePosting } from './posting-draft.ts';
import { usePostRoomText } from './post-room-texts.ts';
import { PrintBatch } from './PrintBatch.tsx';
import { usePrintBatch } from './use-post-room.ts';

interface BatchProps {
  readonly batch: PrintBatchView;
}

const useCrumbs = () => [{ href: '/post-room/batches', label: usePostRoomText()('batches') }];

const Facts = ({ batch }: BatchProps) => {
  const t = usePostRoomText();
  const { dateTime, longDate, number } = useFormatters();
  const { state, letters, language, madeAt, madeBy, prints, printedAt, postedOn } = batch;
  const at = dateTime(madeAt);
  const items: readonly LineItem[] = [
    { id: 'state', term: t('state'), value: <BatchStateTag state={state} /> },
    { id: 'letters', term: t('letters'), value: number(letters) },
    { id: 'language', term: t('language'), value: t(`language.${language ?? 'all'}`) },
    { id: 'made', term: t('made'), value: madeBy === null ? at : t('made.by', { at, name: madeBy }) },
    {
      id: 'prints',
      term: t('prints'),
      value: printedAt === null ? t('prints.none') : t.plural('prints.count', prints, { at: dateTime(printedAt) }),
    },
    ...(postedOn === null ? [] : [{ id: 'posted', term: t('posted.on'), value: longDate(postedOn) }]),
  ];
  return <SummaryList items={items} />;
};

const Whole = ({ batch }: BatchProps) => {
  const t = usePostRoomText();
  const posting = usePosting(batch);
  const { way, number, state } = batch;
  const isOpen = state === 'open';
  return (
    <Page
      title={t(`batch.title.${way}`, { number })}
      crumbs={useCrumbs()}
      actions={
        state !== 'givenUp' && (
          <>
            <PrintBatch batch={batch} />
            {isOpen && <PostBatch batch={batch} posting={posting} />}
            {isOpen && <GiveUpBatch batch={batch} />}
          </>
        )
      }
    >
      <div className="iris-stack iris-stack--loose">
        <Facts batch={batch} />
        <Section id="batch-letters" title={t('letters')}>
          <BatchLetters batch={batch} posting={posting} />
        </Section>
      </div>
    </Page>
  );
};

/** One batch: its letters, and what is done with it. */
export const BatchPage = ({ batchId }: { readonly batchId: string }) => {
  const t = usePostRoomText();
  const crumbs = useCrumbs();
  const query = usePrintBatch(batchId);
  if (query.data !== undefined) return <Whole batch={query.data} />;
  return (
    <Page title={t('batch')} crumbs={crumbs}>
      <Answered query={query}>{() => null}</Answered>
    </Page>
  );
};
