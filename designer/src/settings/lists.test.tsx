import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { ChecklistEditor } from '../process/ChecklistEditor.tsx';
import { messages } from '../texts/messages.ts';
import { DraftProvider } from '../workspace/draft-context.ts';
import { stillPort } from '../workspace/testing/still-port.ts';
import { DraftStore } from '../workspace/draft-store.ts';
import type { ProcedureSettings, ProcedureTask, SettingsPartProps } from './procedure-file.ts';
import { RetentionSettings } from './RetentionSettings.tsx';

afterEach(cleanup);

const emptyDraft = () =>
  new DraftStore(
    {
      key: 'rent',
      title: { fr: 'Loyer', nl: 'Huur', en: 'Rent' },
      basedOnVersion: null,
      revision: 1,
      updatedAt: '2026-11-25T08:00:00.000Z',
      updatedBy: 'Ann',
      changed: false,
      changedBlocks: [],
      files: [],
    },
    stillPort(null),
    { quiet: 800, now: () => new Date(0) },
  );

const text = (word: string) => ({ fr: word, nl: word, en: word });
const settings = { application: { form: 'application' } } as ProcedureSettings;

const Edited = ({ onChange }: { onChange: (settings: ProcedureSettings) => void }) => {
  const [value, setValue] = useState(settings);
  const change: SettingsPartProps['change'] = (part) => {
    const next = { ...value, ...part };
    setValue(next);
    onChange(next);
  };
  return <RetentionSettings settings={value} change={change} />;
};

describe('how long cases are kept', () => {
  test('is said by outcome; a new rule takes what none has yet', async () => {
    let last = settings;
    render(
      <I18nProvider locale="fr" messages={messages.fr}>
        <Edited onChange={(next) => (last = next)} />
      </I18nProvider>,
    );
    const user = userEvent.setup();
    const add = () => screen.getByRole('button', { name: /Ajouter/ });
    await user.click(add());
    expect(last.retention).toMatchObject([
      { outcomes: ['granted', 'refused', 'inadmissible', 'withdrawn', 'closed'], years: 5, fate: 'destroy' },
    ]);
    await user.click(screen.getByRole('checkbox', { name: 'Accordé' }));
    await user.click(add());
    const [, second] = screen.getAllByRole('group', { name: /Dossiers qui se sont terminés ainsi/ });
    expect(within(second!).getByRole('checkbox', { name: 'Accordé' })).toHaveProperty('checked', true);
    await user.selectOptions(screen.getAllByLabelText(/Ensuite/)[1]!, 'Remettre aux archives');
    expect(last.retention?.[1]).toMatchObject({ outcomes: ['granted'], fate: 'archive' });
  });
});

describe('the checklist of a task', () => {
  const task: ProcedureTask = { name: text('Instruire'), form: 'instruct' };

  test('gets points with a key, a law and conditions, and goes with its last one', async () => {
    let last: ProcedureTask['checklist'];
    const Editor = () => {
      const [checklist, setChecklist] = useState<ProcedureTask['checklist']>();
      return (
        <ChecklistEditor
          knowledge={{ names: new Map(), isOpen: true }}
          task={{ ...task, checklist }}
          onChange={(next) => {
            last = next;
            setChecklist(next);
          }}
        />
      );
    };
    render(
      <I18nProvider locale="nl" messages={messages.nl}>
        <DraftProvider value={emptyDraft()}>
          <Editor />
        </DraftProvider>
      </I18nProvider>,
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /Toevoegen/ }));
    expect(last).toMatchObject([{ key: 'point-1', required: true }]);
    const ticks = within(screen.getByRole('group', { name: /Vinkt zichzelf aan als/ }).parentElement ?? document.body);
    await user.click(ticks.getByRole('button', { name: 'In FEEL schrijven' }));
    const field = screen.getByLabelText(/Vinkt zichzelf aan als/);
    await user.type(field, 'facts.income > 0');
    expect(last?.[0]).toMatchObject({ done: '= facts.income > 0' });
    await user.clear(field);
    expect(last?.[0]?.done).toBeUndefined();
    await user.click(screen.getByRole('button', { name: /verwijderen|weghalen/i }));
    expect(last).toBeUndefined();
  });
});
