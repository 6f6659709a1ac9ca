import { useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { insertField, setPart } from '../page/edit-page.ts';
import { formatFor, type FieldFormat } from '../page/field-formats.ts';
import { FormatField } from './FormatField.tsx';
import type { PartSettings } from './PartDialog.tsx';
import { PartWindow } from './PartWindow.tsx';
import { ValuePicker } from './ValuePicker.tsx';

/** Which value of the case a field prints, and how. */
export const FieldDialog = ({ open, editor, words, attributes, each, onClose }: PartSettings) => {
  const t = useTexts();
  const was = attributes as { path: string; format: FieldFormat | null } | null;
  const [path, setPath] = useState(was?.path ?? '');
  const [format, setFormat] = useState<FieldFormat | null>(was?.format ?? null);
  const place = words.at(each);
  const said = words.field({ path, format }, each);
  const choose = (next: string): void => {
    setPath(next);
    const choice = place.names.find(({ name }) => name === next);
    if (choice !== undefined) setFormat(formatFor(choice.name, choice.type) ?? null);
  };
  const save = (): void => {
    // Words are what a field without a format prints: saying so changes nothing, unless it was said already.
    const written = format === 'text' && was?.format !== 'text' ? null : format;
    if (open.at === null) insertField(editor, { path, format: written });
    else setPart(editor, open.at, { path, format: written });
    onClose();
  };
  return (
    <PartWindow title={t('letter.tool.field')} canSave={path.trim() !== ''} onSave={save} onClose={onClose}>
      <ValuePicker
        label={t('letter.value')}
        value={path}
        place={place}
        isOffered={({ type }) => type.kind !== 'context'}
        onChange={choose}
      />
      <FormatField value={format} onChange={setFormat} />
      {path !== '' && said.sample !== '' && (
        <p className="letter-context__note">{t('letter.onSample', { sample: said.sample })}</p>
      )}
      {path !== '' && said.problem !== null && <p className="letter-part__problem">{said.problem}</p>}
    </PartWindow>
  );
};
