import type { RightControls, RightImportView } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, Form, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { readControls, type Written, writtenOf } from './read-controls.ts';
import { useRightImportText } from './right-import-texts.ts';
import { useNoteControls } from './use-right-imports.ts';

interface OfView {
  readonly view: RightImportView;
}

/** What the earlier system says that there is, typed in before anything is taken over. */
export const ControlsForm = ({ view }: OfView) => {
  const t = useRightImportText();
  const read = useLocalized();
  const note = useNoteControls(view.id);
  const [written, setWritten] = useState<Written>(writtenOf(view.controls));
  const [attempt, setAttempt] = useState(0);
  const { controls, wrong } = readControls(written);
  const change = (name: string) => (value: string | undefined) => {
    note.reset();
    setWritten({ ...written, [name]: value ?? '' });
  };
  const save = (found: RightControls | null): void => {
    setAttempt(attempt + 1);
    if (found !== null) note.mutate(found);
  };
  const field = (name: string, label: string, error: 'controls.wrong.count' | 'controls.wrong.amount') => (
    <TextField
      key={name}
      id={`right-control-${name}`}
      label={label}
      value={written[name] ?? ''}
      onChange={change(name)}
      {...(attempt > 0 && wrong.includes(name) && { error: t(error) })}
    />
  );
  return (
    <Section id="right-controls" title={t('controls')}>
      <p>{t('controls.text')}</p>
      {note.isError && <Failure error={note.error} />}
      <Form onSubmit={() => save(controls)}>
        <div className="iris-stack">
          {field('rights', t('controls.rights'), 'controls.wrong.count')}
          <div className="desk-controls">
            {view.states.map(({ key, label }) =>
              field(`state.${key}`, t('controls.state', { state: read(label) }), 'controls.wrong.count'),
            )}
            {view.amounts.map(({ field: name, label }) =>
              field(`amount.${name}`, t('controls.amount', { field: read(label) }), 'controls.wrong.amount'),
            )}
          </div>
          <div className="iris-row">
            <Button type="submit" tone="secondary" busy={note.isPending}>
              {t('controls.save')}
            </Button>
            <output>{note.isSuccess && t('controls.saved')}</output>
          </div>
        </div>
      </Form>
    </Section>
  );
};
