import type { Handlers } from '../http/call.ts';
import { createPeopleHandlers } from './people-handlers.ts';
import { createAdministrationHandlers } from './administration-handlers.ts';
import { createTermsHandlers } from './terms-handlers.ts';
import { createConnectorHandlers } from './connector-handlers.ts';
import { createContactHandlers } from './contact-handlers.ts';
import { createConsultationHandlers } from './consultation-handlers.ts';
import { createFactHandlers } from './fact-handlers.ts';
import { createIncidentHandlers } from './incident-handlers.ts';
import { createMessageHandlers } from './message-handlers.ts';
import { createDesignerHandlers } from './designer-handlers.ts';
import { createDeskHandlers } from './desk-handlers.ts';
import type { HandlerOptions } from './handler-options.ts';
import { createPortalHandlers } from './portal-handlers.ts';
import { createSessionHandlers } from './session-handlers.ts';

export const createHandlers = (options: HandlerOptions): Handlers => ({
  ...createSessionHandlers(options),
  ...createPortalHandlers(options),
  ...createDeskHandlers(options),
  ...createContactHandlers(options),
  ...createDesignerHandlers(options),
  ...createAdministrationHandlers(options),
  ...createTermsHandlers(options),
  ...createConnectorHandlers(options),
  ...createPeopleHandlers(options),
  ...createConsultationHandlers(options),
  ...createFactHandlers(options),
  ...createIncidentHandlers(options),
  ...createMessageHandlers(options),
});
