import { Type, type Static } from 'typebox';
import { LocalizedText, oneOf } from '@irisflow/foundation';
import { inputKinds } from '../blocks/block.ts';
import { matterActs } from '../procedure-description.ts';

/** A block of the platform as analysts see it before they call it. */
export const BlockView = Type.Object({
  /** Of its process, which a call activity names. */
  id: Type.String(),
  title: LocalizedText,
  description: LocalizedText,
  /** Its drawing, BPMN. */
  process: Type.String(),
  /** What it is told, in the order in which it asks. */
  inputs: Type.Array(
    Type.Object({
      name: Type.String(),
      label: LocalizedText,
      hint: Type.Union([LocalizedText, Type.Null()]),
      isRequired: Type.Boolean(),
      kind: oneOf(inputKinds),
      /** Of a `choice` or of `choices` alone. */
      choices: Type.Array(Type.Object({ value: Type.String(), label: LocalizedText })),
    }),
  ),
  /** What people do in it, and whom it keeps from that; a procedure may say otherwise, and give it a form of its own. */
  tasks: Type.Array(
    Type.Object({
      id: Type.String(),
      name: LocalizedText,
      form: Type.String(),
      separateFromActs: Type.Array(oneOf(matterActs)),
    }),
  ),
});
export type BlockView = Static<typeof BlockView>;
