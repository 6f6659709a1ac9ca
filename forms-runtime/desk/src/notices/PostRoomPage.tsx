import type { PostRoomView } from '@irisflow/client';
import { Page, useLocalized } from '@irisflow/frame';
import {
  AppLink,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  TextField,
  useFormatters,
} from '@irisflow/ui';
import { useState } from 'react';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { useAddressFilters } from '../app/use-address-filters.ts';
import { documentUrl } from '../cases/document-url.ts';
import { GatherBatch } from '../post-room/GatherBatch.tsx';
import { InHand } from '../post-room/InHand.tsx';
import { usePostRoomText } from '../post-room/post-room-texts.ts';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useNoticeText } from './notice-texts.ts';
import { SayFate } from './SayFate.tsx';
import { type PostRoomLook, usePostRoom } from './use-notices.ts';

type Posted = PostRoomView['items'][number];

const works = ['toPost', 'underway'] as const satisfies readonly PostRoomLook['work'][];

const useColumns = (): readonly Column<Posted>[] => {
  const t = useNoticeText();
  const rooms = usePostRoomText();
  const read = useLocalized();
  const { date } = useFormatters();
  return [
    {
      id: 'letter',
      header: t('letter'),
      cell: ({ caseId, documentId, subject }) => <a href={documentUrl(caseId, documentId)}>{read(subject)}</a>,
    },
    { id: 'addressee', header: t('addressee'), cell: ({ addressee }) => addressee },
    {
      id: 'case',
      header: t('case'),
      cell: ({ caseId, reference }) => <AppLink href={`/cases/${caseId}#notices`}>{reference}</AppLink>,
    },
    { id: 'way', header: t('way'), cell: ({ way }) => t(`channel.${way}`) },
    { id: 'number', header: t('number'), cell: ({ number }) => number ?? '' },
    { id: 'written', header: t('written'), cell: ({ sentAt }) => date(sentAt) },
    {
      id: 'standing',
      header: t('standing'),
      cell: ({ way, state, day }) =>
        state === null || day === null
          ? t('state.none')
          : t('state.on', { channel: t(`channel.${way}`), state: t(`fate.${state}`), day: date(day) }),
    },
    { id: 'inHand', header: rooms('inHand'), cell: ({ inHand }) => <InHand inHand={inHand} /> },
    {
      id: 'act',
      header: t('act'),
      cell: ({ id, subject, way, state }) => (
        <SayFate
          noticeId={id}
          subject={read(subject)}
          channels={[way]}
          known={state === null ? [] : [{ channel: way, kind: state }]}
        />
      ),
    },
  ];
};

/** Finds a registered letter by what a scanner reads, which ends with the key that sends. */
const FindNumber = ({ onFind }: { readonly onFind: (number: string) => void }) => {
  const t = useNoticeText();
  const [typed, setTyped] = useState('');
  const number = typed.trim();
  const isWrong = number !== '' && !/^[A-Za-z0-9][A-Za-z0-9 .-]{3,39}$/.test(number);
  const submit = (): void => {
    if (number !== '' && !isWrong) onFind(number);
  };
  return (
    <Form className="iris-stack iris-stack--tight desk-form" onSubmit={submit}>
      <TextField
        id="find-number"
        label={t('number.find')}
        hint={t('number.find.hint')}
        maxLength={40}
        value={typed}
        onChange={setTyped}
        {...(isWrong && { error: t('number.wrong') })}
      />
      <div>
        <Button type="submit" size="small">
          {t('find')}
        </Button>
      </div>
    </Form>
  );
};

const Found = () => {
  const t = useNoticeText();
  const { choice, text, change } = useAddressFilters();
  const work = choice('work', works) ?? 'toPost';
  const number = text('number');
  const look: PostRoomLook = { work, ...(number !== undefined && { number }) };
  const query = usePostRoom(look);
  const columns = useColumns();
  const counts = query.data?.pages[0];
  const nothing = number === undefined ? work : 'number';
  return (
    <div className="iris-stack">
      <FindNumber onFind={(found) => change({ number: found })} />
      {number === undefined ? (
        <FilterSelect
          id="post-work"
          label={t('work')}
          options={works.map((value) => ({ value, label: t(`work.${value}`, { count: counts?.[value] ?? 0 }) }))}
          value={work}
          onChange={(chosen) => change({ work: chosen })}
        />
      ) : (
        <div className="iris-row">
          <p>
            {t('number')}: {number}
          </p>
          <Button tone="secondary" size="small" onClick={() => change({ number: undefined })}>
            {t('find.clear')}
          </Button>
        </div>
      )}
      <PagedList
        query={query}
        empty={<EmptyState title={t(`empty.${nothing}`)}>{t(`empty.${nothing}.text`)}</EmptyState>}
      >
        {(items) => (
          <DataTable caption={t('caption')} captionHidden columns={columns} rows={items} rowKey={({ id }) => id} />
        )}
      </PagedList>
    </div>
  );
};

/** Letters on paper: what has to be posted, registered ones that are underway, and any of them by its barcode. */
export const PostRoomPage = () => {
  const t = useNoticeText();
  const desk = useDeskText();
  const rooms = usePostRoomText();
  return (
    <RequireClerk>
      <Page
        title={desk('notices.title')}
        lead={t('lead')}
        crumbs={[{ href: '/cases', label: desk('nav.cases') }]}
        actions={
          <>
            <LinkButton href="/post-room/batches" tone="secondary" size="small">
              {rooms('batches')}
            </LinkButton>
            <GatherBatch />
          </>
        }
      >
        <Found />
      </Page>
    </RequireClerk>
  );
};
