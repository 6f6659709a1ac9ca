import type { EditableInput, EditableOutput } from '@irisflow/dmn';
import { targetOf } from '@irisflow/names';
import { Button } from '@irisflow/ui';
import { useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { PlainField } from '../app/PlainField.tsx';
import { ToolButton } from '../app/ToolButton.tsx';
import { useLatest } from '../app/use-latest.ts';
import { NamePicker } from '../conditions/NamePicker.tsx';
import { FeelField } from '../feel/FeelField.tsx';
import { typeInWords } from '../names/editor-variables.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useRemoving, useUsesElsewhere } from '../workspace/names/name-tools.ts';
import { NameUses } from '../workspace/names/NameUses.tsx';
import { allowedTexts, expressionOf, textsIn, typeRefOf, type ShownColumn } from './columns.ts';
import type { TableGridProps } from './TableGrid.tsx';

const typeRefs = ['string', 'number', 'boolean', 'date'] as const;

interface TypeProps {
  readonly value: string;
  readonly onChange: (typeRef: string) => void;
}

const TypeField = ({ value, onChange }: TypeProps) => {
  const t = useTexts();
  const offered = typeRefs.some((one) => one === value) ? typeRefs : [value, ...typeRefs];
  return (
    <PlainField label={t('decision.type')}>
      <select className="iris-input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {offered.map((ref) => {
          const known = typeRefs.find((one) => one === ref);
          return (
            <option key={ref} value={ref}>
              {known === undefined ? ref || t('decision.anyType') : t(`decision.type.${known}`)}
            </option>
          );
        })}
      </select>
    </PlainField>
  );
};

interface AllowedProps {
  readonly allowed: string;
  readonly onChange: (allowed: string) => void;
}

/** The texts that a column may hold, one a line; a rule of FEEL that says otherwise stays as it is. */
const AllowedField = ({ allowed, onChange }: AllowedProps) => {
  const t = useTexts();
  const texts = textsIn(allowed);
  const [typed, setTyped] = useState<string | null>(null);
  if (allowed !== '' && texts === null)
    return (
      <PlainField label={t('decision.allowedFeel')}>
        <input
          className="iris-input"
          lang="en"
          value={allowed}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </PlainField>
    );
  return (
    <PlainField label={t('decision.allowed')} hint={t('decision.allowedHint')}>
      <textarea
        className="iris-input"
        rows={4}
        value={typed ?? (texts ?? []).join('\n')}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const lines = text.split('\n').map((line) => line.trim());
          onChange(allowedTexts([...new Set(lines.filter((line) => line !== ''))]));
        }}
        onBlur={() => setTyped(null)}
      />
    </PlainField>
  );
};

interface FieldsProps extends TableGridProps {
  readonly column: ShownColumn;
}

interface AskedProps extends FieldsProps {
  readonly input: EditableInput;
  readonly change: (part: Partial<EditableInput>) => void;
}

/** What a column asks about, by a name that the procedure knows. */
const AskedName = ({ column: { name, type }, names, change }: AskedProps) => {
  const t = useTexts();
  return (
    <div className="plain-field">
      <span className="plain-field__label">{t('decision.asks')}</span>
      <NamePicker
        name={name?.name ?? ''}
        label={t('decision.asks')}
        names={names}
        onChange={(chosen) => {
          const known = names.find((one) => one.name === chosen);
          if (known !== undefined) change({ expression: expressionOf(known), typeRef: typeRefOf(known.type) });
        }}
      />
      <span className="plain-field__hint">{typeInWords(type, t.locale)}</span>
    </div>
  );
};

const AskedFeel = ({ input, knowledge, sample, change }: AskedProps) => {
  const t = useTexts();
  return (
    <>
      <FeelField
        label={t('decision.asksFeel')}
        value={input.expression}
        knowledge={knowledge}
        sample={sample}
        onChange={(expression) => change({ expression })}
      />
      <TypeField value={input.typeRef} onChange={(typeRef) => change({ typeRef })} />
    </>
  );
};

const InputFields = (props: FieldsProps) => {
  const {
    column: { at, name },
    table,
    onChange,
  } = props;
  const t = useTexts();
  const input = table.inputs[at];
  const [isFeel, setFeel] = useState(name === null && input?.expression !== '');
  if (input === undefined) return null;
  const change = (part: Partial<EditableInput>): void =>
    onChange({ kind: 'input', at, column: { ...input, ...part } }, `input ${at} ${Object.keys(part).join()}`);
  return (
    <>
      <PlainField label={t('decision.columnLabel')}>
        <input
          className="iris-input"
          value={input.label}
          placeholder={name?.label ?? ''}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      </PlainField>
      {isFeel ? (
        <AskedFeel {...props} input={input} change={change} />
      ) : (
        <AskedName {...props} input={input} change={change} />
      )}
      <Button tone="quiet" size="small" onClick={() => setFeel(!isFeel)}>
        {t(isFeel ? 'decision.byName' : 'condition.inFeel')}
      </Button>
      {(isFeel || input.allowed !== '') && (
        <AllowedField allowed={input.allowed} onChange={(allowed) => change({ allowed })} />
      )}
    </>
  );
};

interface ResultKeyProps {
  readonly name: string;
  readonly label: string;
  readonly path: string;
  readonly decisionId: string;
  readonly change: (name: string) => void;
}

/** The name of a result: written here while nobody reads it, and given everywhere at once otherwise. */
const ResultKey = ({ name, label, path, decisionId, change }: ResultKeyProps) => {
  const t = useTexts();
  const target = targetOf.output(decisionId, name);
  const uses = useUsesElsewhere([target], '');
  const isUsed = uses !== undefined && uses.length > 0;
  return (
    <>
      <PlainField label={t('decision.key')} hint={t(isUsed ? 'forms.key.used' : 'decision.keyHint')}>
        <input
          className="iris-input"
          lang="en"
          value={name}
          readOnly={isUsed}
          onChange={(event) => change(event.currentTarget.value)}
        />
      </PlainField>
      <NameUses label={label} target={target} path={path} uses={uses} canRename />
    </>
  );
};

const OutputFields = ({ column: { at, label }, table, path, decisionId, onChange }: FieldsProps) => {
  const t = useTexts();
  const output = table.outputs[at];
  if (output === undefined) return null;
  const change = (part: Partial<EditableOutput>): void =>
    onChange({ kind: 'output', at, column: { ...output, ...part } }, `output ${at} ${Object.keys(part).join()}`);
  return (
    <>
      <PlainField label={t('decision.columnLabel')}>
        <input
          className="iris-input"
          value={output.label}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      </PlainField>
      <TypeField value={output.typeRef} onChange={(typeRef) => change({ typeRef })} />
      {output.typeRef === 'string' && (
        <AllowedField allowed={output.allowed} onChange={(allowed) => change({ allowed })} />
      )}
      <ResultKey
        name={output.name}
        label={label}
        path={path}
        decisionId={decisionId}
        change={(name) => change({ name })}
      />
    </>
  );
};

const ColumnTools = ({
  column,
  table,
  decisionId,
  onChange,
  onDone,
}: FieldsProps & { readonly onDone: () => void }) => {
  const t = useTexts();
  const { side, at, label } = column;
  const removing = useRemoving();
  const remove = useLatest(() => onChange({ kind: 'removeColumn', side, at }));
  const output = side === 'output' ? table.outputs[at] : undefined;
  // What a condition asks is given elsewhere; nobody misses its column.
  const targets = output === undefined ? [] : [targetOf.output(decisionId, output.name)];
  const count = (side === 'input' ? table.inputs : table.outputs).length;
  return (
    <div className="cell-popover__tools">
      <ToolButton
        icon="left"
        label={t('decision.moveLeft')}
        isDisabled={at === 0}
        onClick={() => onChange({ kind: 'moveColumn', side, at, to: at - 1 })}
      />
      <ToolButton
        icon="right"
        label={t('decision.moveRight')}
        isDisabled={at === count - 1}
        onClick={() => onChange({ kind: 'moveColumn', side, at, to: at + 1 })}
      />
      <ToolButton
        icon="trash"
        label={t('decision.removeColumn', { name: label })}
        // A table answers something.
        isDisabled={side === 'output' && count === 1}
        onClick={() => {
          onDone();
          removing({ name: label, question: { kind: 'usages', targets }, path: '' }, remove);
        }}
      />
      <Button size="small" onClick={onDone}>
        {t('decision.done')}
      </Button>
    </div>
  );
};

/** The head of a column, which opens what it asks or answers. */
export const ColumnHead = (props: FieldsProps) => {
  const t = useTexts();
  const { side, label } = props.column;
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement | null>(null);
  const title = t(side === 'input' ? 'decision.condition' : 'decision.result');
  return (
    <th scope="col" className={`rules__head rules__head--${side}`}>
      <button
        ref={buttonRef}
        type="button"
        className="rules__column"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className="rules__side">{title}</span>
        {label === '' ? t('decision.unnamed') : label}
      </button>
      <Popover
        triggerRef={buttonRef}
        isOpen={isOpen}
        onOpenChange={setOpen}
        className="cell-popover"
        placement="bottom start"
      >
        <Dialog aria-label={t('decision.columnOf', { name: label })} className="cell-popover__dialog">
          {side === 'input' ? <InputFields {...props} /> : <OutputFields {...props} />}
          <ColumnTools {...props} onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </th>
  );
};
