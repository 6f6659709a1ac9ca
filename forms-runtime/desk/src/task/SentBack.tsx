import type { TaskView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Who did not take the task as it was done, and what they said: the first thing to read when it is back. */
export const SentBack = ({ task }: { readonly task: TaskView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const { sentBack } = task;
  if (sentBack === null) return null;
  return (
    <Notice tone="warning" title={t('sentBack.title', { name: sentBack.by, at: dateTime(sentBack.at) })}>
      <dl className="desk-remarks">
        {sentBack.remarks.map(({ label, text }) => (
          <div key={read(label)}>
            <dt>{read(label)}</dt>
            <dd>{read(text)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('sentBack.kept')}</p>
    </Notice>
  );
};
