import { answer, platform, type CaseView, type InformationRequest } from '@irisflow/client';
import { Button, ConfirmDialog, ErrorSummary, FileField, Notice, TextArea, type SummaryError } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent } from 'react';
import { usePortalText } from '../texts/portal-texts.ts';
import { problemText } from '../texts/problem-text.ts';
import { useLocalized } from '../texts/use-localized.ts';
import { answerFileTypes, useAnswerFiles, type AnswerFiles } from './use-answer-files.ts';

const MAX_TEXT = 5000;
const MAX_FILES = 5;
const MESSAGE = 'message';

type Texts = Readonly<Record<string, string>>;
type Item = InformationRequest['items'][number];

export interface AnswerFormProps {
  readonly caseId: string;
  readonly request: InformationRequest;
  readonly onAnswered: (view: CaseView) => void;
}

const bodyOf = (items: readonly Item[], texts: Texts, files: AnswerFiles) => {
  const textOf = (key: string): string | null => texts[key]?.trim() || null;
  return {
    text: textOf(MESSAGE),
    items: items.map(({ key }) => ({
      key,
      text: textOf(`item-${key}`),
      documents: files.of(key).files.map(({ id }) => id),
    })),
  };
};

type Body = ReturnType<typeof bodyOf>;

const isUnanswered = ({ text, documents }: Body['items'][number]): boolean => text === null && documents.length === 0;

interface ItemFieldsProps {
  readonly item: Item;
  readonly text: string;
  readonly tooLong: string | undefined;
  readonly files: AnswerFiles;
  readonly onText: (text: string) => void;
}

const ItemFields = ({ item, text, tooLong, files, onText }: ItemFieldsProps) => {
  const t = usePortalText();
  const read = useLocalized();
  const { files: listed, error } = files.of(item.key);
  const titleId = `item-${item.key}-title`;
  return (
    <section className="portal-answer-item" aria-labelledby={titleId}>
      <h2 id={titleId}>{read(item.label)}</h2>
      {item.hint !== null && <p className="iris-muted">{read(item.hint)}</p>}
      <FileField
        id={`files-${item.key}`}
        label={t('answer.files')}
        hint={t('answer.files.hint')}
        optional
        files={listed}
        accept={answerFileTypes}
        maxCount={MAX_FILES}
        error={error}
        onAdd={(added) => files.add(item.key, added)}
        onRemove={(id) => files.remove(item.key, id)}
      />
      <TextArea
        id={`item-${item.key}`}
        label={t('answer.text')}
        hint={t('answer.text.hint')}
        optional
        rows={3}
        maxLength={MAX_TEXT}
        value={text}
        error={tooLong}
        onChange={onText}
      />
    </section>
  );
};

const useAnswer = ({ caseId, request, onAnswered }: AnswerFormProps) => {
  const isSending = useRef(false);
  const mutation = useMutation({
    mutationFn: (body: Body) =>
      answer(
        platform.POST('/api/my/cases/{caseId}/information-requests/{requestId}/answer', {
          params: { path: { caseId, requestId: request.id } },
          body,
        }),
      ),
    onSuccess: onAnswered,
    onError: () => {
      isSending.current = false;
    },
  });
  const send = (body: Body): void => {
    if (isSending.current) return;
    isSending.current = true;
    mutation.mutate(body);
  };
  return { send, error: mutation.error, busy: mutation.isPending || mutation.isSuccess };
};

/** The problems of an answer before it may be sent. */
const useProblems = (request: InformationRequest, texts: Texts, files: AnswerFiles): readonly SummaryError[] => {
  const t = usePortalText();
  const body = bodyOf(request.items, texts, files);
  const [first] = request.items;
  const tooLong = Object.entries(texts)
    .filter(([, text]) => text.length > MAX_TEXT)
    .map(([target]) => ({ target, text: t('answer.long') }));
  if (tooLong.length > 0) return tooLong;
  const target = first === undefined ? MESSAGE : `files-${first.key}`;
  if (files.busy) return [{ target, text: t('answer.uploading') }];
  return body.text === null && body.items.every(isUnanswered) ? [{ target, text: t('answer.empty') }] : [];
};

interface ConfirmProps {
  readonly missing: readonly string[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly open: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

const ConfirmAnswer = ({ missing, busy, error, open, onSend, onClose }: ConfirmProps) => {
  const t = usePortalText();
  return (
    <ConfirmDialog
      open={open}
      title={t('answer.confirm.title')}
      confirm={t('answer.send')}
      busy={busy}
      onConfirm={onSend}
      onClose={onClose}
    >
      {missing.length > 0 && (
        <Notice tone="warning">{t('answer.confirm.missing', { items: missing.join(', ') })}</Notice>
      )}
      <p>{t('answer.confirm.text')}</p>
      {error !== null && (
        <Notice tone="danger" live>
          {t(problemText(error))}
        </Notice>
      )}
    </ConfirmDialog>
  );
};

/** Files and words for each thing the administration asked. */
export const AnswerForm = (props: AnswerFormProps) => {
  const { caseId, request } = props;
  const t = usePortalText();
  const read = useLocalized();
  const files = useAnswerFiles(caseId);
  const [texts, setTexts] = useState<Texts>({});
  const [attempt, setAttempt] = useState(0);
  const [isAsking, setIsAsking] = useState(false);
  const problems = useProblems(request, texts, files);
  const { send, busy, error } = useAnswer(props);
  const body = bodyOf(request.items, texts, files);
  const missing = request.items.filter((_, index) =>
    isUnanswered(body.items[index] ?? { key: '', text: null, documents: [] }),
  );
  const write = (key: string) => (text: string) => setTexts((all) => ({ ...all, [key]: text }));
  const tooLong = (key: string): string | undefined =>
    (texts[key] ?? '').length > MAX_TEXT ? t('answer.long') : undefined;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (problems.length > 0) setAttempt(attempt + 1);
    else setIsAsking(true);
  };
  return (
    <form noValidate className="iris-stack iris-stack--loose" onSubmit={submit}>
      {attempt > 0 && <ErrorSummary errors={problems} title={t('answer.empty.title')} attempt={attempt} />}
      {request.items.map((item) => (
        <ItemFields
          key={item.key}
          item={item}
          text={texts[`item-${item.key}`] ?? ''}
          tooLong={tooLong(`item-${item.key}`)}
          files={files}
          onText={write(`item-${item.key}`)}
        />
      ))}
      <TextArea
        id={MESSAGE}
        label={t('answer.message')}
        optional
        maxLength={MAX_TEXT}
        value={texts[MESSAGE] ?? ''}
        error={tooLong(MESSAGE)}
        onChange={write(MESSAGE)}
      />
      <div className="iris-form-actions">
        <Button type="submit">{t('answer.send')}</Button>
      </div>
      <ConfirmAnswer
        open={isAsking}
        missing={missing.map(({ label }) => read(label))}
        busy={busy}
        error={error}
        onSend={() => send(body)}
        onClose={() => setIsAsking(false)}
      />
    </form>
  );
};
