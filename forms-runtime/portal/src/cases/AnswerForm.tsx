import type { CaseView, InformationRequest } from '@irisflow/client';
import { Button, ErrorSummary, Form, type SummaryError, TextArea } from '@irisflow/ui';
import { useState } from 'react';
import { usePersonalText } from '../texts/personal-texts.ts';
import { answerBodyOf, filesField, MAX_TEXT, MESSAGE_FIELD, textField, unansweredItems } from './answer-body.ts';
import { AnswerItem } from './AnswerItem.tsx';
import { ConfirmAnswer } from './ConfirmAnswer.tsx';
import { useAnswerFiles, type AnswerFiles } from './use-answer-files.ts';
import { useAnswer } from './use-answer.ts';
import { useKeptTexts, type KeptTexts } from './use-kept-texts.ts';

export interface AnswerFormProps {
  readonly caseId: string;
  readonly request: InformationRequest;
  readonly onAnswered: (view: CaseView) => void;
}

/** What keeps an answer from being sent. */
const useProblems = ({ items }: InformationRequest, texts: KeptTexts, files: AnswerFiles): readonly SummaryError[] => {
  const t = usePersonalText();
  const [first] = items;
  const target = first === undefined ? MESSAGE_FIELD : filesField(first);
  const tooLong = Object.entries(texts).filter(([, text]) => text.length > MAX_TEXT);
  if (tooLong.length > 0) return tooLong.map(([field]) => ({ target: field, text: t('answer.long') }));
  if (files.busy) return [{ target, text: t('answer.uploading') }];
  const body = answerBodyOf(items, texts, files);
  const isEmpty = body.text === null && unansweredItems(items, body).length === items.length;
  return isEmpty ? [{ target, text: t('answer.empty') }] : [];
};

/** Files and words for each thing the administration asked. */
export const AnswerForm = ({ caseId, request, onAnswered }: AnswerFormProps) => {
  const t = usePersonalText();
  const files = useAnswerFiles({ caseId, request });
  const { texts, write, forget } = useKeptTexts(`answer:${request.id}`);
  const [attempt, setAttempt] = useState(0);
  const [isAsking, setIsAsking] = useState(false);
  const problems = useProblems(request, texts, files);
  const body = answerBodyOf(request.items, texts, files);
  const { send, busy, error } = useAnswer({
    caseId,
    requestId: request.id,
    onAnswered: (view) => {
      forget();
      onAnswered(view);
    },
  });
  const submit = (): void => {
    if (problems.length > 0) setAttempt(attempt + 1);
    else setIsAsking(true);
  };
  const message = texts[MESSAGE_FIELD] ?? '';
  return (
    <Form className="iris-stack iris-stack--loose" onSubmit={submit}>
      {attempt > 0 && <ErrorSummary errors={problems} attempt={attempt} />}
      {request.items.map((item) => (
        <AnswerItem
          key={item.key}
          item={item}
          text={texts[textField(item)] ?? ''}
          files={files}
          onText={(text) => write(textField(item), text)}
        />
      ))}
      <TextArea
        id={MESSAGE_FIELD}
        label={t('answer.message')}
        optional
        maxLength={MAX_TEXT}
        value={message}
        error={message.length > MAX_TEXT && t('answer.long')}
        onChange={(text) => write(MESSAGE_FIELD, text)}
      />
      <div className="iris-form-actions">
        <Button type="submit">{t('answer.send')}</Button>
      </div>
      <ConfirmAnswer
        open={isAsking}
        missing={unansweredItems(request.items, body)}
        busy={busy}
        error={error}
        onSend={() => send(body)}
        onClose={() => setIsAsking(false)}
      />
    </Form>
  );
};
