import { peopleOperations } from './people.ts';
import { administrationOperations } from './administration.ts';
import { contactOperations } from './contacts.ts';
import { connectorOperations } from './connector.ts';
import { consultationOperations } from './consultations.ts';
import { factOperations } from './facts.ts';
import { incidentOperations } from './incidents.ts';
import { messageOperations } from './messages.ts';
import { designerOperations } from './designer.ts';
import { deskOperations } from './desk.ts';
import { portalOperations } from './portal.ts';
import { sessionOperations } from './session.ts';
import { termsOperations } from './terms.ts';

/** Every operation of the platform API, by operation id. */
export const operations = {
  ...sessionOperations,
  ...portalOperations,
  ...deskOperations,
  ...contactOperations,
  ...designerOperations,
  ...administrationOperations,
  ...termsOperations,
  ...connectorOperations,
  ...peopleOperations,
  ...consultationOperations,
  ...factOperations,
  ...incidentOperations,
  ...messageOperations,
};
export type OperationId = keyof typeof operations;
export type { Access, BodyOf, Operation, ParamsOf, QueryOf, ReplyOf, RequestLimit } from './operation.ts';
