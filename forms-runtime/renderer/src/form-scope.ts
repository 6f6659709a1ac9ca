import type { Audience, CompiledForm, FileReference, TextLocale, Path, Prefilled } from '@irisflow/forms';
import { createContext, use, type ReactNode } from 'react';

/** Why a file was not taken. `content` is what its bytes are, whatever its name says. */
export type UploadReason =
  | 'content'
  | 'infected'
  | 'size'
  | 'count'
  | 'signedOut'
  | 'connection'
  | 'tooOften'
  | 'failed';

/** What an upload port throws when a file is not taken, so that the person hears why. */
export class UploadRefusal extends Error {
  readonly reason: UploadReason;

  constructor(reason: UploadReason, cause: unknown) {
    super(`Expected a file to be taken, but it was refused: ${reason}.`, { cause });
    this.name = 'UploadRefusal';
    this.reason = reason;
  }
}

/** How the renderer stores files; the application decides where the bytes go. */
export interface UploadPort {
  /** Stores a file of the field at a JSON pointer and reports progress from 0 to 1. Throws an `UploadRefusal`. */
  readonly upload: (file: File, onProgress: (fraction: number) => void, pointer: string) => Promise<FileReference>;
  readonly remove: (id: string) => void;
}

/** A field of several lines in which somebody may write. */
export interface WrittenField {
  /** Of the control. */
  readonly id: string;
  readonly label: string;
  /** JSON pointer of the value, row numbers included. */
  readonly pointer: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** What the controls of one form share. */
export interface FormScope {
  readonly compiled: CompiledForm;
  readonly locale: TextLocale;
  readonly audience: Audience;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly prefilled: Prefilled;
  /** Errors in view, by JSON pointer, already written for people. */
  readonly errors: ReadonlyMap<string, string>;
  /** JSON pointers of fields that whoever looks does not see. */
  readonly masked?: readonly string[];
  /** Replaces the value at a path, given the latest one. */
  readonly change: (path: Path, next: (previous: unknown) => unknown) => void;
  readonly uploads?: UploadPort;
  /** Names of sources, beyond the ones the renderer knows. */
  readonly sourceNames: Readonly<Record<string, string>>;
  /** Passes on that a value of a source is wrong, and why; without it no such button is shown. */
  readonly onSignalError?: (pointer: string, remark: string) => Promise<void> | void;
  /** What the application offers to those who write sentences, below their field. */
  readonly renderAid?: (field: WrittenField) => ReactNode;
}

const FormScopeContext = createContext<FormScope | undefined>(undefined);

export const FormScopeProvider = FormScopeContext;

/** The scope of the form around a control. */
export const useFormScope = (): FormScope => {
  const scope = use(FormScopeContext);
  if (scope === undefined) throw new Error('Expected to be inside a form, but found no form scope.');
  return scope;
};

/** The id of the control that shows a pointer; error summaries link to it. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;
