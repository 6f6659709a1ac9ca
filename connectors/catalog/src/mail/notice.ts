import type { ConnectorDefinition } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';
import { mail } from './definition.ts';
import { Input } from './schema.ts';
import { sendMail } from './send-mail.ts';

const orNull = Type.Union([Type.String(), Type.Null()]);
const Notice = Type.Object({
  ...Input.properties,
  sender: Type.Optional(Type.Object({ name: orNull, replyTo: orNull })),
});

/** A mail of the platform itself, which may be written in the name of an administration; processes are not offered that. */
export const notice: ConnectorDefinition<typeof Notice, typeof mail.output, keyof typeof mail.errors> = {
  ...mail,
  input: Notice,
  fields: { ...mail.fields, sender: { label: { fr: 'Expéditeur', nl: 'Afzender', en: 'Sender' } } },
  run: async (input: Static<typeof Notice>, context) => ({ messageId: await sendMail(input, context) }),
};
