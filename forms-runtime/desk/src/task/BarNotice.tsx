import type { TaskBar, TaskView } from '@irisflow/client';
import { Failure, usePerson } from '@irisflow/frame';
import { Button, LinkButton, Notice, type NoticeTone } from '@irisflow/ui';
import { useEffect, useRef } from 'react';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ProposalChanges } from './ProposalChanges.tsx';
import { SendBack } from './SendBack.tsx';
import { useTaskMove } from './use-task.ts';

const tones: { readonly [B in TaskBar]: NoticeTone } = {
  unassigned: 'info',
  assignedToOther: 'warning',
  fourEyes: 'warning',
  language: 'warning',
  ended: 'info',
  role: 'warning',
  proposalChanged: 'danger',
};

/** What differs from the proposal, and the way back for who may send the task back. */
const VoidProposal = ({ task }: { readonly task: TaskView }) => {
  const clerk = usePerson();
  if (task.proposalChanges.length === 0) return null;
  return (
    <>
      <ProposalChanges changes={task.proposalChanges} />
      {isSupervisor(clerk) && <SendBack taskId={task.id} />}
    </>
  );
};

export interface BarNoticeProps {
  readonly task: TaskView;
  readonly bar: TaskBar;
  /** Whether the person was at work when the bar came down. */
  readonly interrupted: boolean;
}

/** Says why the person may not do this task, who may, and how to go on. */
export const BarNotice = ({ task, bar, interrupted }: BarNoticeProps) => {
  const t = useDeskText();
  const claim = useTaskMove(task.id);
  const name = task.assignee?.name ?? t('assignee.none');
  const wording =
    interrupted && bar === 'assignedToOther' ? ('lost.assignedToOther' as const) : (`bar.${bar}` as const);
  const title = interrupted && bar === 'ended' ? t('lost.ended') : t(wording, { name });
  const box = useRef<HTMLDivElement>(null);
  // What had the focus is gone with the form.
  useEffect(() => {
    if (interrupted) box.current?.focus();
  }, [interrupted]);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={tones[bar]} title={title} live={interrupted}>
        <div className="iris-stack iris-stack--tight">
          <p>
            {bar === 'language'
              ? t('bar.language.text', { language: t(`bar.language.${task.neededLanguage === 'fr' ? 'fr' : 'nl'}`) })
              : t(`bar.${bar}.text`, { name })}
          </p>
          {claim.isError && <Failure error={claim.error} />}
          <VoidProposal task={task} />
          <div className="iris-row">
            {bar === 'unassigned' && (
              <Button busy={claim.isPending} onClick={() => claim.mutate('claim')}>
                {t('claim.open')}
              </Button>
            )}
            {bar !== 'unassigned' && (
              <LinkButton href="/" tone="secondary" size="small">
                {t('task.toList')}
              </LinkButton>
            )}
          </div>
        </div>
      </Notice>
    </div>
  );
};
