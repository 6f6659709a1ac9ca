import type { LocalizedText } from '@irisflow/client';

export const rightEffects = ['active', 'suspended', 'ended'] as const;
export type RightEffect = (typeof rightEffects)[number];

export interface RightState {
  key: string;
  label: LocalizedText;
  effect: RightEffect;
  /** The state in which it stands instead while an appeal runs. */
  whileAppealed?: string | undefined;
}

export interface RightMove {
  from: string;
  to: string;
  /** Whether a process may; it may where it is left out. */
  process?: boolean | undefined;
  /** Groups whose clerks may by hand. */
  groups?: string[] | undefined;
}

/** Who reads a value of a right, and whether rights are found by it. */
export interface FieldMarks {
  searched?: boolean | undefined;
  public?: boolean | undefined;
  restricted?: boolean | undefined;
  internal?: boolean | undefined;
}

export interface RightField extends FieldMarks {
  type: 'string' | 'integer' | 'boolean' | 'array';
  label: LocalizedText;
  format?: 'date' | 'money' | undefined;
  enum?: string[] | undefined;
  words?: Record<string, LocalizedText> | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  items?: { type: 'string'; maxLength?: number | undefined } | undefined;
  maxItems?: number | undefined;
}

export interface RightSource {
  fields: string[];
  states?: string[] | undefined;
  authorization: LocalizedText;
  administrations?: string[] | undefined;
}

/** A `*.right.json` as its editor changes it; a draft may lack parts of it. */
export interface RightFile {
  kind: 'right';
  formatVersion: 1;
  key: string;
  name: LocalizedText;
  number?: { prefix: string; digits: number };
  holder: LocalizedText;
  roles?: string[] | undefined;
  validity?: { months: number } | { until: string } | undefined;
  states?: RightState[];
  moves?: RightMove[];
  data?: { type: 'object'; required?: string[] | undefined; properties: Record<string, RightField> };
  source?: RightSource | undefined;
}

/** What each part of the editor gets. */
export interface RightPartProps {
  right: RightFile;
  change: (part: Partial<RightFile>) => void;
}

/** What is told of every right, whatever its data. */
export const rightFacts = ['number', 'state', 'effect', 'validFrom', 'validTo'] as const;

export const blankText: LocalizedText = { fr: '', nl: '', en: '' };

/** Nothing chosen is nothing said. */
export const orNothing = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list]);
