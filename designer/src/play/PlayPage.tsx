import { isLocale, locales, Notice, PageHeading, Spinner, StatusTag, useFormatters, type Locale } from '@irisflow/ui';
import type { ElementCount } from '@irisflow/client';
import type { PlayedCase } from '@irisflow/scenarios';
import { useState } from 'react';
import { PlainField } from '../app/PlainField.tsx';
import { ToolButton } from '../app/ToolButton.tsx';
import { CountedDiagram } from '../instances/CountedDiagram.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { ClockPanel } from './ClockPanel.tsx';
import { useDifferenceText } from './difference-words.ts';
import { LogPanel } from './LogPanel.tsx';
import { OutPanel } from './OutPanel.tsx';
import type { Player } from './player.ts';
import { SaveScenarioDialog } from './SaveScenarioDialog.tsx';
import { StartPanel } from './StartPanel.tsx';
import { useElementNames, useFacts, type NameOf } from './use-facts.ts';
import { usePlay, type Play } from './use-play.ts';
import { usePlayer } from './use-player.ts';
import { WaitingPanel } from './WaitingPanel.tsx';
import './play.css';

const countsOf = ({ active, completed, waiting }: PlayedCase): ElementCount[] => {
  const tally = new Map<string, number>();
  for (const id of active) tally.set(id, (tally.get(id) ?? 0) + 1);
  return [...new Set([...tally.keys(), ...Object.keys(completed)])].map((elementId) => ({
    elementId,
    active: tally.get(elementId) ?? 0,
    completed: completed[elementId] ?? 0,
    canceled: 0,
    incidents: waiting.filter((each) => each.kind === 'incident' && each.elementId === elementId).length,
  }));
};

interface ToolsProps {
  readonly play: Play;
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  readonly onSave: () => void;
}

const Tools = ({ play, locale, onLocale, onSave }: ToolsProps) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  return (
    <span className="toolbar play-tools">
      {play.played !== null && <StatusTag>{dateTime(new Date(play.played.now))}</StatusTag>}
      <PlainField label={t('play.language')}>
        <select
          className="iris-input"
          value={locale}
          onChange={({ currentTarget: { value } }) => isLocale(value) && onLocale(value)}
        >
          {locales.map((each) => (
            <option key={each} value={each}>
              {each.toUpperCase()}
            </option>
          ))}
        </select>
      </PlainField>
      <ToolButton icon="undo" label={t('play.undo')} isDisabled={!play.canUndo} onClick={play.undo} />
      <ToolButton icon="redo" label={t('play.redo')} isDisabled={!play.canRedo} onClick={play.redo} />
      <ToolButton icon="trash" label={t('play.restart')} isDisabled={play.script === null} onClick={play.restart} />
      <ToolButton icon="scenario" label={t('play.save')} isDisabled={play.played === null} onClick={onSave} />
    </span>
  );
};

interface BoardProps {
  readonly play: Play;
  readonly played: PlayedCase;
  readonly locale: Locale;
  readonly nameOf: NameOf;
  readonly facts: ReturnType<typeof useFacts>;
  readonly procedureKey: string;
}

const Board = ({ play, played, locale, nameOf, facts, procedureKey }: BoardProps) => {
  const t = useTexts();
  const differenceText = useDifferenceText(facts, nameOf);
  return (
    <div className="play-board">
      <div className="play-board__now">
        {played.failure !== null && (
          <Notice tone="danger" title={t('play.refused')} live>
            <p>{differenceText(played.failure)}</p>
          </Notice>
        )}
        <WaitingPanel
          key={play.script?.acts.length}
          played={played}
          facts={facts}
          nameOf={nameOf}
          locale={locale}
          onTake={play.take}
        />
      </div>
      <div className="play-board__side">
        {played.state === 'running' && <ClockPanel played={played} facts={facts} nameOf={nameOf} onTake={play.take} />}
        <OutPanel procedureKey={procedureKey} played={played} facts={facts} locale={locale} />
        <LogPanel played={played} facts={facts} nameOf={nameOf} onAsk={play.ask} />
      </div>
    </div>
  );
};

export interface PlayPageProps {
  /** Another player than a thread of its own. */
  readonly player?: Player;
}

/** Plays a case through the draft with the real engine and the real forms, in this browser; nothing leaves it. */
export const PlayPage = ({ player: given }: PlayPageProps) => {
  const t = useTexts();
  const player = usePlayer(given);
  const { draft } = useDraft().state;
  const facts = useFacts();
  const nameOf = useElementNames(facts);
  const [locale, setLocale] = useState<Locale>(t.locale);
  const [isSaving, setSaving] = useState(false);
  const play = usePlay(draft.key, facts, player);
  const { script, played } = play;
  return (
    <div className="editor-page play-page">
      <PageHeading
        title={t('rail.simulation')}
        lead={t('play.lead')}
        actions={<Tools play={play} locale={locale} onLocale={setLocale} onSave={() => setSaving(true)} />}
      />
      <CountedDiagram label={t('play.diagram')} xml={facts.main} counts={played === null ? [] : countsOf(played)} />
      {script === null && facts.isComplete && <StartPanel facts={facts} locale={locale} onBegin={play.begin} />}
      {script !== null && played === null && <Spinner />}
      {script !== null && played !== null && (
        <Board {...{ play, played, locale, nameOf, facts }} procedureKey={draft.key} />
      )}
      {isSaving && script !== null && played !== null && (
        <SaveScenarioDialog
          facts={facts}
          player={player}
          script={script}
          played={played}
          nameOf={nameOf}
          onClose={() => setSaving(false)}
        />
      )}
    </div>
  );
};
