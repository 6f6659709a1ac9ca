import { withEnd, type PlayedCase, type PlayedScript, type Scenario, type ScenarioEnd } from '@irisflow/scenarios';
import { Button, Checkbox, Dialog, Notice, Spinner, TextField, useToast } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { letterName, useStatusName } from './effect-words.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import type { Player } from './player.ts';
import { scenarioPath } from './scenario-path.ts';
import type { NameOf } from './use-facts.ts';

export interface SaveScenarioDialogProps {
  readonly facts: ProcedureFacts;
  readonly player: Player;
  readonly script: PlayedScript;
  readonly played: PlayedCase;
  readonly nameOf: NameOf;
  readonly onClose: () => void;
}

type Claim = 'path' | 'rests' | 'letters' | 'status';

/** What must be true, without what was left out. */
const claimed = ({ path, letters, status, ...rest }: ScenarioEnd, left: ReadonlySet<Claim>): ScenarioEnd => ({
  ...rest,
  path: left.has('path') ? [] : path,
  ...(letters === undefined || left.has('letters') ? {} : { letters }),
  ...(status === undefined || left.has('status') ? {} : { status }),
});

/** The scenario of what was played, written down by the player; null while it works. */
const useRecorded = ({ facts, player, script, played }: SaveScenarioDialogProps) => {
  const [recorded, setRecorded] = useState<{ scenario: Scenario | null; failure: string | null }>();
  useEffect(() => {
    const record = async (): Promise<void> => {
      try {
        setRecorded({ scenario: await player.record(facts.playable, { script, played, title: '' }), failure: null });
      } catch (thrown) {
        setRecorded({ scenario: null, failure: thrown instanceof Error ? thrown.message : String(thrown) });
      }
    };
    void record();
  }, [facts.playable, player, script, played]);
  return recorded;
};

interface ClaimsProps extends Pick<SaveScenarioDialogProps, 'facts' | 'nameOf'> {
  readonly end: ScenarioEnd;
  readonly left: ReadonlySet<Claim>;
  readonly onToggle: (claim: Claim) => void;
}

const Claims = ({ end, left, onToggle, facts, nameOf }: ClaimsProps) => {
  const t = useTexts();
  const statusName = useStatusName(facts);
  const rests = end.rests.map((id) => (id === 'end' ? t('difference.end') : nameOf(id))).join(', ');
  const letters = (end.letters ?? []).map((key) => letterName(facts, key, t.locale)).join(', ') || t('value.nothing');
  const claims: readonly { readonly claim: Claim; readonly text: string }[] = [
    { claim: 'path', text: t('scenario.claimPath', { path: end.path.map(nameOf).join(' › ') }) },
    { claim: 'letters', text: t('scenario.claimLetters', { letters }) },
    ...(end.status === undefined
      ? []
      : [{ claim: 'status' as const, text: t('scenario.claimStatus', { status: statusName(end.status) }) }]),
  ];
  return (
    <fieldset className="play-claims">
      <legend>{t('scenario.mustBeTrue')}</legend>
      <p>{t('scenario.claimRests', { rests })}</p>
      {claims.map(({ claim, text }) => (
        <Checkbox
          key={claim}
          id={`claim-${claim}`}
          label={text}
          optional
          value={!left.has(claim)}
          onChange={() => onToggle(claim)}
        />
      ))}
    </fieldset>
  );
};

/** Keeps a played case as a scenario: its name, and what must be true whenever it is played again. */
export const SaveScenarioDialog = (props: SaveScenarioDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const { store, state } = useDraft();
  const recorded = useRecorded(props);
  const [title, setTitle] = useState('');
  const [left, setLeft] = useState<ReadonlySet<Claim>>(new Set());
  const scenario = recorded?.scenario ?? null;
  const toggle = (claim: Claim): void => {
    const next = new Set(left);
    if (!next.delete(claim)) next.add(claim);
    setLeft(next);
  };
  const save = (): void => {
    if (scenario === null) return;
    const path = scenarioPath(title, state.files.keys());
    const kept = withEnd({ ...scenario, title: title.trim() }, claimed(scenario.then, left));
    store.change(path, `${JSON.stringify(kept, null, 2)}\n`);
    toast(t('scenario.saved', { title: title.trim() }));
    props.onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t('play.save')}
      onClose={props.onClose}
      actions={
        <>
          <Button disabled={scenario === null || title.trim() === ''} onClick={save}>
            {t('scenario.keep')}
          </Button>
          <Button tone="secondary" onClick={props.onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <div className="iris-stack iris-stack--tight">
        <TextField
          id="scenario-title"
          label={t('scenario.title')}
          hint={t('scenario.titleHint')}
          maxLength={200}
          value={title}
          onChange={setTitle}
        />
        {recorded === undefined && <Spinner />}
        {recorded?.failure !== undefined && recorded.failure !== null && (
          <Notice tone="danger" title={t('scenario.cannotKeep')}>
            <p>{recorded.failure}</p>
          </Notice>
        )}
        {scenario !== null && (
          <Claims end={scenario.then} left={left} onToggle={toggle} facts={props.facts} nameOf={props.nameOf} />
        )}
      </div>
    </Dialog>
  );
};
