import { useLocalized } from '@irisflow/frame';
import { FileField, TextArea } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { filesField, MAX_TEXT, textField, type AskedItem } from './answer-body.ts';
import { answerFileTypes, MAX_FILES, type AnswerFiles } from './use-answer-files.ts';

export interface AnswerItemProps {
  readonly item: AskedItem;
  readonly text: string;
  readonly files: AnswerFiles;
  readonly onText: (text: string) => void;
}

/** One thing the administration asked: files for it, or words about it. */
export const AnswerItem = ({ item, text, files, onText }: AnswerItemProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { files: listed, problem } = files.of(item.key);
  const titleId = `item-${item.key}-title`;
  return (
    <section className="portal-answer-item" aria-labelledby={titleId}>
      <h2 id={titleId}>{read(item.label)}</h2>
      {item.hint !== null && <p className="iris-muted">{read(item.hint)}</p>}
      <FileField
        id={filesField(item)}
        label={t('answer.files')}
        hint={t('answer.files.hint')}
        optional
        files={listed}
        accept={answerFileTypes}
        maxCount={MAX_FILES}
        problem={problem}
        onAdd={(added) => files.add(item.key, added)}
        onRemove={(id) => files.remove(item.key, id)}
      />
      <TextArea
        id={textField(item)}
        label={t('answer.text')}
        hint={t('answer.text.hint')}
        optional
        rows={3}
        maxLength={MAX_TEXT}
        value={text}
        error={text.length > MAX_TEXT && t('answer.long')}
        onChange={onText}
      />
    </section>
  );
};
