import { Section } from '../../app/Section.tsx';
import { PagedList } from '../../app/PagedList.tsx';
import { QuestionTable } from './QuestionTable.tsx';
import { useRightSourceText } from './right-source-texts.ts';
import { useRightQuestions } from './use-right-sources.ts';

/** Which administrations were told of a right; nothing where none asked. */
export const QuestionsOfRight = ({ rightId }: { readonly rightId: string }) => {
  const t = useRightSourceText();
  const query = useRightQuestions({ rightId });
  if (query.data?.pages[0]?.items.length === 0) return null;
  return (
    <Section id="right-questions" title={t('asked')}>
      <PagedList query={query} empty={null}>
        {(questions) => <QuestionTable questions={questions} ofRight />}
      </PagedList>
    </Section>
  );
};
