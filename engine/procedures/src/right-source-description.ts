import type { LocalizedText } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';

/** What is told of a right whatever its kind says; the fields of its data stand beside these and may not be named so. */
export const rightSourceFacts = ['number', 'state', 'effect', 'validFrom', 'validTo'] as const;
/** What every answer carries: whether there is one, what its values are called, and under which key its changes are told. */
export const rightSourceAnswer = ['answer', 'words', 'mutationKey'] as const;

/** What is told of a right of whatever kind, in words. */
export const rightFactLabels: Readonly<Record<string, LocalizedText>> = {
  answer: { fr: 'Droit', nl: 'Recht', en: 'Right' },
  number: { fr: 'Numéro', nl: 'Nummer', en: 'Number' },
  state: { fr: 'État', nl: 'Toestand', en: 'State' },
  effect: { fr: 'Effet', nl: 'Uitwerking', en: 'Effect' },
  validFrom: { fr: 'Valable dès le', nl: 'Geldig vanaf', en: 'Valid from' },
  validTo: { fr: 'Valable jusqu’au', nl: 'Geldig tot en met', en: 'Valid to' },
};

/** That other administrations may ask for rights of a kind: what they are told, of which states, by which law. Closed. */
export const RightSourceDescription = Type.Object(
  {
    /** What is told of a right: its own facts or fields of its data. Nothing else ever leaves. */
    fields: Type.Array(Name, { minItems: 1, maxItems: 50, uniqueItems: true }),
    /** States in which it is told; in another one it is as if there were none. Those that end nothing where it is left out. */
    states: Type.Optional(Type.Array(Name, { minItems: 1, maxItems: 20, uniqueItems: true })),
    /** The deliberation, protocol or law under which it is told. */
    authorization: Text,
    /** Administrations that it covers; every one that is authorized to ask where it is left out. */
    administrations: Type.Optional(Type.Array(Name, { minItems: 1, maxItems: 100, uniqueItems: true })),
  },
  closed,
);
export type RightSourceDescription = Static<typeof RightSourceDescription>;

const prefix = 'right-';

/** By which key procedures name the source that a kind of right is. */
export const rightSourceKey = (procedureKey: string, kind: string): string => `${prefix}${procedureKey}-${kind}`;

/** Whether a source is rights of an administration of this platform. */
export const isRightSource = (sourceKey: string): boolean => sourceKey.startsWith(prefix);

/** Job type of the connector that asks them. */
export const rightSourceConnector = 'right-source';
