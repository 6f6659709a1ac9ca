import type { InstanceView } from '@irisflow/client';
import { Button, Select, useLocale, useToast } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useInstanceChanges } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { elementNames } from './element-names.ts';
import { GuardedDialog } from './GuardedDialog.tsx';
import { JustificationFields } from './JustificationFields.tsx';
import { kindWords } from './kind-words.ts';
import { useJustification } from './use-justification.ts';

export type StepMove = InstanceView['moves'][number];

export interface MoveStepProps {
  readonly instance: InstanceView;
  readonly move: StepMove;
}

/** What a step is called; one without a name is said to be what it is. */
export const useStepNames = ({ xml }: InstanceView) => {
  const locale = useLocale();
  const names = useMemo(() => elementNames(xml), [xml]);
  return (elementId: string, kind: string): string => names.get(elementId) ?? kindWords(kind, locale);
};

const MoveDialog = ({ instance, move, onClose }: MoveStepProps & { readonly onClose: () => void }) => {
  const t = useTexts();
  const toast = useToast();
  const nameOf = useStepNames(instance);
  const { move: change } = useInstanceChanges(instance.processInstanceKey);
  const { input, check, isTouched } = useJustification();
  const [chosen, setChosen] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const from = nameOf(move.elementId, move.kind);
  const confirm = (): void => {
    setChecked(true);
    const justification = check();
    if (justification === null || chosen === undefined) return;
    const { elementInstanceKey } = move;
    change.mutate(
      { ...justification, elementInstanceKey, elementId: chosen },
      {
        onSuccess: () => {
          onClose();
          toast(t('stepMove.done', { step: from }));
        },
      },
    );
  };
  return (
    <GuardedDialog
      title={t('stepMove.title', { step: from })}
      isTouched={isTouched || chosen !== undefined}
      keep={t('dialog.cancel')}
      onClose={onClose}
      actions={
        <Button tone="danger" busy={change.isPending} onClick={confirm}>
          {t('stepMove.do')}
        </Button>
      }
    >
      <p>{t('stepMove.text')}</p>
      <Select
        id="move-target"
        label={t('stepMove.target')}
        options={move.ways.map(({ elementId, kind, isNext }) => ({
          value: elementId,
          label: t(isNext ? 'stepMove.skipTo' : 'stepMove.moveTo', { step: nameOf(elementId, kind) }),
        }))}
        value={chosen}
        onChange={setChosen}
        error={isChecked && chosen === undefined ? t('stepMove.targetMissing') : undefined}
      />
      <JustificationFields input={input} />
      {change.isError && <Failure error={change.error} />}
    </GuardedDialog>
  );
};

/** Lets what stands at a step go on at another one, with a reason. */
export const MoveStep = ({ instance, move }: MoveStepProps) => {
  const t = useTexts();
  const nameOf = useStepNames(instance);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        tone="secondary"
        size="small"
        aria-label={t('stepMove.askOf', { step: nameOf(move.elementId, move.kind) })}
        onClick={() => setAsking(true)}
      >
        {t('stepMove.ask')}
      </Button>
      {isAsking && <MoveDialog instance={instance} move={move} onClose={() => setAsking(false)} />}
    </>
  );
};
