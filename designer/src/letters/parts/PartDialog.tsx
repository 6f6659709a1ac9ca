import type { Editor } from '@tiptap/core';
import type { Locale } from '@irisflow/ui';
import { partAt } from '../page/edit-page.ts';
import { eachAround, type PartKind } from '../page/page-views.ts';
import type { PageWords } from '../page/page-words.ts';
import { ConditionDialog } from './ConditionDialog.tsx';
import { FieldDialog } from './FieldDialog.tsx';
import { RepeatDialog } from './RepeatDialog.tsx';
import { TableDialog } from './TableDialog.tsx';

/** A part whose settings are open; `at` is null for one that is not there yet. */
export interface OpenPart {
  readonly kind: PartKind;
  readonly at: number | null;
}

export interface PartDialogProps {
  open: OpenPart;
  editor: Editor;
  words: PageWords;
  /** Of the letter. */
  language: Locale;
  onClose: () => void;
}

/** What the settings of a part begin with. */
export interface PartSettings extends PartDialogProps {
  /** Null for a part that is not there yet. */
  attributes: Readonly<Record<string, unknown>> | null;
  /** The list whose entries repeat the place. */
  each: string | null;
}

const dialogs = { field: FieldDialog, table: TableDialog, conditional: ConditionDialog, bulletList: RepeatDialog };

/** The settings of one part of a page. */
export const PartDialog = (props: PartDialogProps) => {
  const { open, editor } = props;
  const { state } = editor;
  const node = open.at === null ? null : partAt(state, open.kind, open.at);
  if (open.at !== null && node === null) return null;
  const Settings = dialogs[open.kind];
  return (
    <Settings
      {...props}
      attributes={node?.attrs ?? null}
      each={open.kind === 'field' ? eachAround(state.doc, open.at ?? state.selection.from) : null}
    />
  );
};
