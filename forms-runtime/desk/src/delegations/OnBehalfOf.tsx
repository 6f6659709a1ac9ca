import type { TaskSummary, TaskView } from '@irisflow/client';
import { Notice, StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Marks a task of a list that is the reader's by delegation alone. */
export const DelegatedMark = ({ task }: { readonly task: Pick<TaskSummary, 'delegators'> }) => {
  const t = useDeskText();
  if (task.delegators.length === 0) return null;
  const name = task.delegators.map((delegator) => delegator.name).join(', ');
  return <StatusTag tone="accent">{t('delegation.mark', { name })}</StatusTag>;
};

/** Says in whose name the reader does a task, and what follows from that. */
export const OnBehalfOf = ({ task: { onBehalfOf } }: { readonly task: Pick<TaskView, 'onBehalfOf'> }) => {
  const t = useDeskText();
  if (onBehalfOf === null) return null;
  return (
    <Notice title={t('delegation.task', { name: onBehalfOf.name })}>
      <p>{t('delegation.task.text', { name: onBehalfOf.name })}</p>
    </Notice>
  );
};
