import type { PrintBatchView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, type Column, DataTable } from '@irisflow/ui';
import { documentUrl } from '../cases/document-url.ts';
import { usePostRoomText } from './post-room-texts.ts';
import type { Posting } from './posting-draft.ts';

type Letter = PrintBatchView['items'][number];

export interface BatchLettersProps {
  readonly batch: PrintBatchView;
  readonly posting: Posting;
}

const NumberCell = ({ letter, posting }: { readonly letter: Letter; readonly posting: Posting }) => {
  const t = usePostRoomText();
  const { noticeId, addressee } = letter;
  return (
    <input
      className="iris-input"
      type="text"
      maxLength={40}
      autoComplete="off"
      aria-label={t('number.of', { name: addressee })}
      aria-invalid={posting.isWrong(noticeId)}
      disabled={posting.isStaying(noticeId)}
      value={posting.numberOf(noticeId)}
      onChange={(event) => posting.type(noticeId, event.target.value)}
    />
  );
};

const StaysCell = ({ letter, posting }: { readonly letter: Letter; readonly posting: Posting }) => {
  const t = usePostRoomText();
  const { noticeId, addressee } = letter;
  return (
    <input
      className="iris-choice__box"
      type="checkbox"
      aria-label={t('stays.of', { name: addressee })}
      checked={posting.isStaying(noticeId)}
      onChange={(event) => posting.stay(noticeId, event.target.checked)}
    />
  );
};

/** What can be said of each letter as long as the batch is open, and what became of it after that. */
const useStanding = ({ batch, posting }: BatchLettersProps): readonly Column<Letter>[] => {
  const t = usePostRoomText();
  const number: Column<Letter> = { id: 'number', header: t('number'), cell: (letter) => letter.number ?? '' };
  const typed: Column<Letter> = {
    ...number,
    cell: (letter) => <NumberCell letter={letter} posting={posting} />,
  };
  const isRegistered = batch.way === 'registered';
  if (batch.state !== 'open')
    return [
      ...(isRegistered ? [number] : []),
      { id: 'state', header: t('state'), cell: ({ state }) => t(`letter.${state}`) },
    ];
  return [
    ...(isRegistered ? [typed] : []),
    { id: 'stays', header: t('stays'), cell: (letter) => <StaysCell letter={letter} posting={posting} /> },
  ];
};

const useColumns = (props: BatchLettersProps): readonly Column<Letter>[] => {
  const t = usePostRoomText();
  const read = useLocalized();
  return [
    { id: 'place', header: t('place'), kind: 'number', cell: ({ position }) => position },
    {
      id: 'case',
      header: t('reference'),
      cell: ({ caseId, reference }) => <AppLink href={`/cases/${caseId}#notices`}>{reference}</AppLink>,
    },
    { id: 'addressee', header: t('addressee'), cell: ({ addressee }) => addressee },
    { id: 'postcode', header: t('postcode'), cell: ({ postcode }) => postcode ?? '' },
    {
      id: 'subject',
      header: t('subject'),
      cell: ({ caseId, documentId, subject }) => <a href={documentUrl(caseId, documentId)}>{read(subject)}</a>,
    },
    ...useStanding(props),
  ];
};

/** The letters of a batch, in the order in which they are printed. */
export const BatchLetters = (props: BatchLettersProps) => (
  <DataTable
    caption={usePostRoomText()('letters')}
    captionHidden
    columns={useColumns(props)}
    rows={props.batch.items}
    rowKey={({ noticeId }) => noticeId}
  />
);
