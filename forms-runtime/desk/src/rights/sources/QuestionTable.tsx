import type { RightQuestionView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, type Column, DataTable, useFormatters } from '@irisflow/ui';
import { useRightSourceText } from './right-source-texts.ts';

const Answer = ({ question: { answer, because, onDay } }: { readonly question: RightQuestionView }) => {
  const t = useRightSourceText();
  const { date } = useFormatters();
  return (
    <>
      {t(`answer.${answer}`)}
      {because !== null && ` (${t(`because.${because}`)})`}
      {onDay !== null && `, ${t('onDay', { day: date(onDay) })}`}
    </>
  );
};

const useColumns = (isOfRight: boolean): readonly Column<RightQuestionView>[] => {
  const t = useRightSourceText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  return [
    { id: 'at', header: t('at'), cell: ({ at }) => dateTime(at) },
    { id: 'by', header: t('by'), cell: ({ by }) => read(by) },
    {
      id: 'purpose',
      header: t('purpose'),
      cell: ({ purpose, legalBasis }) => `${read(purpose)} (${read(legalBasis)})`,
    },
    { id: 'answer', header: t('answer'), cell: (question) => <Answer question={question} /> },
    ...(isOfRight
      ? []
      : [
          {
            id: 'right',
            header: t('name'),
            cell: ({ right, sourceKey }: RightQuestionView) =>
              right === null ? (
                <code>{sourceKey}</code>
              ) : (
                <AppLink href={`/rights/${right.id}`}>{right.number}</AppLink>
              ),
          },
        ]),
  ];
};

interface QuestionTableProps {
  readonly questions: readonly RightQuestionView[];
  /** On the page of one right, which needs not be named. */
  readonly ofRight?: true;
}

/** Who asked for rights of the administration, why, and what they were told. */
export const QuestionTable = ({ questions, ofRight }: QuestionTableProps) => {
  const t = useRightSourceText();
  const columns = useColumns(ofRight === true);
  return <DataTable caption={t('asked')} captionHidden columns={columns} rows={questions} rowKey={({ id }) => id} />;
};
