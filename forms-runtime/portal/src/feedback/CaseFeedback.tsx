import { answer, platform, type MyFeedback } from '@irisflow/client';
import { Button, Form, RadioGroup, TextArea, useFormatters, useToast } from '@irisflow/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';

const MAX_COMMENT = 1000;
const scores = ['1', '2', '3', '4', '5'] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });
const keyOf = (caseId: string) => ['my', 'feedback', caseId] as const;

type Asked = NonNullable<MyFeedback['asked']>;

/** `onDone` is called before the question leaves the screen. */
const useGive = (caseId: string, onDone: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly moment: Asked; readonly score: number; readonly comment: string }) =>
      answer(platform.PUT('/api/my/cases/{caseId}/feedback', { ...byCase(caseId), body })),
    onSuccess: (given) => {
      onDone();
      queries.setQueryData(keyOf(caseId), given);
    },
  });
};

interface AskProps {
  readonly caseId: string;
  readonly asked: Asked;
  readonly given: MyFeedback['given'];
  readonly onDone: () => void;
}

const Ask = ({ caseId, asked, given, onDone }: AskProps) => {
  const t = usePersonalText();
  const toast = useToast();
  const give = useGive(caseId, () => {
    toast(t('feedback.thanks'));
    onDone();
  });
  const [score, setScore] = useState(given === null ? undefined : String(given.score));
  const [comment, setComment] = useState(given?.comment ?? '');
  const [isSent, setSent] = useState(false);
  const submit = (): void => {
    setSent(true);
    if (score === undefined || give.isPending) return;
    give.mutate({ moment: asked, score: Number(score), comment: comment.trim() });
  };
  return (
    <Form className="iris-stack portal-change" onSubmit={submit}>
      <RadioGroup
        id="feedback-score"
        label={t(`feedback.question.${asked}`)}
        inline
        options={scores.map((value) => ({ value, label: t(`feedback.score.${value}`) }))}
        value={score}
        onChange={setScore}
        {...(isSent && score === undefined && { error: t('feedback.missing') })}
      />
      <TextArea
        id="feedback-comment"
        label={t('feedback.comment')}
        hint={t('feedback.comment.hint')}
        optional
        rows={3}
        maxLength={MAX_COMMENT}
        value={comment}
        onChange={setComment}
      />
      {give.isError && <RefusalNotice error={give.error} />}
      <div>
        <Button type="submit" tone="secondary" busy={give.isPending}>
          {t('feedback.send')}
        </Button>
      </div>
    </Form>
  );
};

/** One short question, which nobody has to answer: how it went so far, or how it was. */
export const CaseFeedback = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const { dateTime } = useFormatters();
  const [isChanging, setChanging] = useState(false);
  const { data } = useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/feedback', byCase(caseId))),
  });
  if (data === undefined || data.asked === null) return null;
  const { asked, given } = data;
  const isAsking = given === null || isChanging;
  return (
    <section className="portal-section portal-section--screen" aria-labelledby="feedback">
      <h2 id="feedback">{t('feedback.title')}</h2>
      <p>{t('feedback.lead')}</p>
      {isAsking ? (
        <Ask key={asked} caseId={caseId} asked={asked} given={given} onDone={() => setChanging(false)} />
      ) : (
        <div className="iris-stack iris-stack--tight">
          <p>{t('feedback.given', { score: t(`feedback.score.${scores[given.score - 1] ?? '3'}`) })}</p>
          {given.changeableUntil !== null && (
            <div>
              <Button tone="quiet" size="small" className="iris-button--flush" onClick={() => setChanging(true)}>
                {t('feedback.change', { at: dateTime(given.changeableUntil) })}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
};
